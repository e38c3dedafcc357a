using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pipeline.Contracts;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Documents;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Api;

/// <summary><c>/documents</c> and <c>/snapshots</c>: the addresses that were fetched, and their bytes.</summary>
internal static class DocumentEndpoints
{
    private const string List = "documents";

    public static void Map(IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("documents");
        documents.MapGet("", Page).Produces<Listing<DocumentLine>>().ProducesProblem(400).WithSummary("Documents with what became of their last content, in the order in which they were first seen.");
        documents.MapGet("/{id:long}", One).Produces<DocumentLine>().ProducesProblem(404);
        var snapshots = api.MapGroup("/snapshots").WithTags("snapshots");
        snapshots.MapGet("/{hash}", Snapshot).Produces<SnapshotBody>().ProducesProblem(404).WithSummary("The documents that hold or held these bytes, and how many bytes they are.");
        snapshots.MapGet("/{hash}/content", Content).Produces(200, contentType: "application/octet-stream").ProducesProblem(404).WithSummary("The bytes themselves, for a program: never shown by a browser.");
    }

    private static async Task<IResult> Page(
        DocumentQuery query, string? source, [Description("Outcome of the last fetch: fetched, unchanged, gone, failed, ….")] string? outcome, string? url, string? cursor, int? limit, CancellationToken cancellation)
    {
        if (PageSize.Of(limit) is not { } size)
            return Problems.BadParameter("limit", $"a number from 1 to {PageSize.Largest}");
        if (!Cursor.TryRead(List, cursor, out var key) || !long.TryParse(key ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            return Problems.BadCursor();
        var lines = await query.Page(new DocumentFilter { Source = source, Outcome = outcome, Url = url }, after, size + 1, cancellation);
        return Entity.Of(new Listing<DocumentLine>([.. lines.Take(size)], lines.Count > size ? Cursor.Of(List, lines[size - 1].Id.ToString(CultureInfo.InvariantCulture)) : null));
    }

    private static async Task<IResult> One(long id, DocumentQuery query, CancellationToken cancellation) =>
        (await query.Page(new DocumentFilter { Id = id }, 0, 1, cancellation)).SingleOrDefault() is { } document ? Entity.Of(document) : Problems.NotFound($"There is no document {id}.");

    private static async Task<IResult> Snapshot(string hash, DocumentQuery query, ISnapshotStore snapshots, CancellationToken cancellation)
    {
        if (Name(hash) is not { } snapshot)
            return Unknown(hash);
        var (bytes, problem) = await Read(snapshots, snapshot, cancellation);
        if (bytes is null)
            return problem!;
        var documents = await query.Page(new DocumentFilter { Snapshot = snapshot }, 0, PageSize.Largest, cancellation);
        return Entity.Of(new SnapshotBody(snapshot, bytes.Length, documents));
    }

    private static async Task<IResult> Content(string hash, ISnapshotStore snapshots, CancellationToken cancellation)
    {
        if (Name(hash) is not { } snapshot)
            return Unknown(hash);
        var (bytes, problem) = await Read(snapshots, snapshot, cancellation);
        return bytes is null ? problem! : TypedResults.Bytes(bytes, "application/octet-stream", fileDownloadName: snapshot.ToString());
    }

    /// <summary>The bytes, or why there are none: never stored, or damaged on the disk.</summary>
    private static async Task<(byte[]? Bytes, IResult? Problem)> Read(ISnapshotStore snapshots, SnapshotHash snapshot, CancellationToken cancellation)
    {
        try
        {
            return await snapshots.Read(snapshot, cancellation) is { } bytes ? (bytes, null) : (null, Unknown(snapshot.ToString()));
        }
        catch (InvalidDataException damaged)
        {
            return (null, Problems.Of(StatusCodes.Status410Gone, "damaged", $"{damaged.Message} Fetch its document anew with: pipeline reextract URL --refetch"));
        }
    }

    private static SnapshotHash? Name(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit) ? new SnapshotHash(text) : null;

    private static ProblemHttpResult Unknown(string hash) => Problems.NotFound($"There is no snapshot {hash}: a snapshot is named by the 64 hexadecimal digits of its SHA-256.");
}
