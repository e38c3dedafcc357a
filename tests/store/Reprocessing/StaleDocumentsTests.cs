using Pipeline.Store.Records;
using Pipeline.Store.Reprocessing;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Reprocessing;

public sealed class SqliteStaleDocumentsTests : StaleDocumentsTests<Sqlite>;

public sealed class PostgresStaleDocumentsTests : StaleDocumentsTests<Postgres>;

public abstract class StaleDocumentsTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string First = "http://www.qinghe.gov.cn/1.html";
    private const string Second = "http://www.qinghe.gov.cn/2.html";
    private const string News = "http://www.qinghe.gov.cn/3.html";

    private StaleDocuments Stale => new(Database);

    [Fact]
    public async Task What_a_version_has_read_is_stale_no_longer_so_a_reading_in_bulk_goes_on_where_it_was()
    {
        await Settle(Document(First, "a"), SampleReport.Of());
        await Settle(Document(News, "b"));
        Assert.Equal((0, 2), (await Stale.Count(null, "1.0", default), await Stale.Count(null, "2.0", default)));

        await Settlement.Settle(Document(First, "a"), Extracted("2.0", SampleReport.Of()), default);

        Assert.Equal([News], (await Stale.After(0, null, "2.0", 10, default)).Select(stale => stale.Document.Url));
    }

    [Fact]
    public async Task The_latest_content_counts()
    {
        await Settlement.Settle(Document(First, "old"), Extracted("2.0", SampleReport.Of()), default);
        await Settle(Document(First, "new", day: 1), SampleReport.Of());

        var stale = Assert.Single(await Stale.After(0, null, "2.0", 10, default));
        Assert.Equal(Document(First, "new", day: 1).Snapshot, stale.Document.Snapshot);
    }

    [Fact]
    public async Task A_filter_chooses_documents_by_their_records_and_pages_follow_each_other()
    {
        await Settle(Document(First, "a"), SampleReport.Of(year: 2022));
        await Settle(Document(Second, "b"), SampleReport.Of(year: 2023));
        await Settle(Document(News, "c"));

        Assert.Equal([Second], (await Stale.After(0, new RecordFilter { Year = 2023 }, "2.0", 10, default)).Select(stale => stale.Document.Url));
        var page = await Stale.After(0, null, "2.0", 2, default);
        var rest = await Stale.After(page[^1].Id, null, "2.0", 2, default);
        Assert.Equal([First, Second, News], page.Concat(rest).Select(stale => stale.Document.Url));
    }
}
