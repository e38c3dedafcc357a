using System.Text;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Database;
using Pipeline.Store.Documents;

namespace Pipeline.Store.Warc;

/// <summary>
/// Writes every snapshot with the facts of its fetch as a WARC file, for the tools of web archives. One body is in memory at a time, however many
/// there are. A body that several fetches brought is written once; the others refer to it as revisits.
/// </summary>
public sealed class WarcExport(PipelineDatabase database, ISnapshotStore snapshots, TimeProvider clock)
{
    private const string SameBody = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

    /// <summary>Writes to the stream, which stays open.</summary>
    public async Task<WarcTally> Write(Stream output, CancellationToken cancellation)
    {
        var writer = new WarcWriter(output);
        await writer.Write([.. Named("warcinfo", Guid.NewGuid(), clock.GetUtcNow()), new("Content-Type", "application/warc-fields")], [About()], cancellation);
        var tally = new WarcTally(0, 0, 0);
        var (held, original) = (0L, (Fetched?)null);
        await using var connection = await database.Open(cancellation);
        await foreach (var row in connection.QueryUnbufferedAsync<WarcRow>(WarcRow.Sql).WithCancellation(cancellation))
        {
            var fetched = new Fetched(Guid.Parse(row.FetchKey), StoredFacts.Unpack(row.Facts), WarcDigest.Of(row.Sha256));
            if (row.SnapshotId != held)
                (held, original) = (row.SnapshotId, null);
            if (original is not null)
            {
                await writer.Write(Revisit(fetched, original), [HttpHead.Of(fetched.Facts, 0)], cancellation);
                tally = tally with { Revisits = tally.Revisits + 1 };
            }
            else if (await Body(row, cancellation) is { } body)
            {
                await writer.Write(Response(fetched), [HttpHead.Of(fetched.Facts, body.Length), body], cancellation);
                (original, tally) = (fetched, tally with { Responses = tally.Responses + 1 });
            }
            else
                tally = tally with { Missing = tally.Missing + 1 };
        }

        return tally;
    }

    private async Task<byte[]?> Body(WarcRow row, CancellationToken cancellation)
    {
        try
        {
            return await snapshots.Read(new SnapshotHash(Convert.ToHexStringLower(row.Sha256)), cancellation);
        }
        catch (InvalidDataException)
        {
            // Damaged on the disk: the file shall hold what is whole.
            return null;
        }
    }

    private static List<WarcField> Response(Fetched fetched) =>
    [
        .. Named("response", fetched.Id, fetched.Facts.FetchedAt),
        new("WARC-Target-URI", fetched.Facts.FinalUrl.AbsoluteUri),
        new("WARC-Payload-Digest", fetched.Digest),
        new("Content-Type", "application/http;msgtype=response"),
    ];

    private static List<WarcField> Revisit(Fetched fetched, Fetched original) =>
    [
        .. Named("revisit", fetched.Id, fetched.Facts.FetchedAt),
        new("WARC-Target-URI", fetched.Facts.FinalUrl.AbsoluteUri),
        new("WARC-Profile", SameBody),
        new("WARC-Refers-To", Urn(original.Id)),
        new("WARC-Refers-To-Target-URI", original.Facts.FinalUrl.AbsoluteUri),
        new("WARC-Refers-To-Date", StoredTime.Text(original.Facts.FetchedAt)),
        new("WARC-Payload-Digest", fetched.Digest),
        new("Content-Type", "application/http;msgtype=response"),
    ];

    private static IEnumerable<WarcField> Named(string type, Guid id, DateTimeOffset at) => [new("WARC-Type", type), new("WARC-Record-ID", Urn(id)), new("WARC-Date", StoredTime.Text(at))];

    private static string Urn(Guid id) => $"<urn:uuid:{id:D}>";

    private static byte[] About() => Encoding.UTF8.GetBytes(
        $"software: pipeline {typeof(WarcExport).Assembly.GetName().Version?.ToString(3)}\r\nformat: WARC File Format 1.1\r\n"
        + "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
        + "description: bodies with transfer and content encodings undone; the headers that spoke of them are named X-Archive-Orig-…\r\n");

    private sealed record Fetched(Guid Id, FetchFacts Facts, string Digest);
}
