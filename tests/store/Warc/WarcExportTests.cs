using System.Text;
using Pipeline.Contracts.Messages;
using Pipeline.Store.Snapshots;
using Pipeline.Store.Tests.Engines;
using Pipeline.Store.Warc;

namespace Pipeline.Store.Tests.Warc;

public sealed class SqliteWarcExportTests : WarcExportTests<Sqlite>;

public sealed class PostgresWarcExportTests : WarcExportTests<Postgres>;

public abstract class WarcExportTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    // The digest of "first" as sha256sum and base32 give it.
    private const string DigestOfFirst = "sha256:U6JXWZFYZKSY6A3SDO3LVT24PDFSGX7L4DTQWG4EZWMVIFDBUCHA====";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-warc-").FullName;

    [Fact]
    public async Task A_snapshot_becomes_a_response_with_the_head_that_came_and_the_body_that_is_held()
    {
        await Fetched(Document("http://a.gov.cn/1.html"), "first");

        var members = await Export(new WarcTally(1, 0, 0));

        Assert.Equal(["warcinfo", "response"], members.Select(member => member.Fields["WARC-Type"]));
        var response = members[1];
        Assert.Equal("http://a.gov.cn/1.html", response.Fields["WARC-Target-URI"]);
        Assert.Equal("2026-02-01T00:00:00.000Z", response.Fields["WARC-Date"]);
        Assert.Equal(DigestOfFirst, response.Fields["WARC-Payload-Digest"]);
        Assert.Equal("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"1\"\r\nContent-Length: 5\r\n\r\nfirst", response.Http);
    }

    [Fact]
    public async Task Headers_that_speak_of_the_body_as_it_travelled_are_kept_under_another_name()
    {
        var document = Document("http://a.gov.cn/1.html");
        await Fetched(
            document with { Facts = document.Facts with { Headers = [new("Content-Encoding", "gzip"), new("transfer-encoding", "chunked"), new("Content-Length", "99"), new("X-Note", "one\r\ntwo")] } }, "first");

        var head = (await Export(new WarcTally(1, 0, 0)))[1].Http;

        Assert.Equal("HTTP/1.1 200 OK\r\nX-Archive-Orig-Content-Encoding: gzip\r\nX-Archive-Orig-transfer-encoding: chunked\r\nX-Archive-Orig-Content-Length: 99\r\nX-Note: one  two\r\nContent-Length: 5\r\n\r\nfirst", head);
    }

    [Fact]
    public async Task A_body_met_again_is_a_revisit_that_refers_to_the_first()
    {
        await Fetched(Document("http://a.gov.cn/1.html"), "first");
        await Fetched(Document("http://b.gov.cn/2.html", day: 1), "first");
        await Fetched(Document("http://a.gov.cn/3.html", "other"), "other");

        var members = await Export(new WarcTally(2, 1, 0));

        Assert.Equal(["warcinfo", "response", "revisit", "response"], members.Select(member => member.Fields["WARC-Type"]));
        Assert.Equal(members[1].Fields["WARC-Record-ID"], members[2].Fields["WARC-Refers-To"]);
        Assert.Equal("http://a.gov.cn/1.html", members[2].Fields["WARC-Refers-To-Target-URI"]);
        Assert.Equal("2026-02-01T00:00:00.000Z", members[2].Fields["WARC-Refers-To-Date"]);
        Assert.Equal(DigestOfFirst, members[2].Fields["WARC-Payload-Digest"]);
        Assert.EndsWith("Content-Length: 0\r\n\r\n", members[2].Http);
    }

    [Fact]
    public async Task A_snapshot_that_is_not_there_is_left_out_and_counted()
    {
        await Ledger.Record(Fetch(Document("http://a.gov.cn/1.html", "lost")), default);
        await Fetched(Document("http://a.gov.cn/2.html"), "first");

        Assert.Equal("http://a.gov.cn/2.html", (await Export(new WarcTally(1, 0, 1)))[1].Fields["WARC-Target-URI"]);
    }

    private async Task Fetched(DocumentReference document, string body)
    {
        await new FolderSnapshotStore(_folder).Write(Encoding.UTF8.GetBytes(body), default);
        await Ledger.Record(Fetch(document), default);
    }

    private async Task<IReadOnlyList<WarcMember>> Export(WarcTally expected)
    {
        using var file = new MemoryStream();
        Assert.Equal(expected, await new WarcExport(Database, new FolderSnapshotStore(_folder), Clock).Write(file, default));
        Directory.Delete(_folder, recursive: true);
        return WarcMember.All(file.ToArray());
    }
}
