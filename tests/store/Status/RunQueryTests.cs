using Pipeline.Contracts.Ports;
using Pipeline.Store.Status;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Status;

public sealed class SqliteRunQueryTests : RunQueryTests<Sqlite>;

public sealed class PostgresRunQueryTests : RunQueryTests<Postgres>;

public abstract class RunQueryTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task A_source_that_gave_a_document_before_the_crawl_was_killed_has_not_failed()
    {
        await Ledger.RunStarted(new CrawlRun(Run(0), Start, "manual"), default);
        await Ledger.Record(Fetch(Document("http://www.qinghe.gov.cn/1.html")), default);
        await Ledger.Record(Fetch(Document("http://www.qinghe.gov.cn/2.html", "x", day: 1), FetchOutcome.Failed, "no answer"), default);

        Assert.Equal(["test"], await new RunQuery(Database).SourcesWithDocuments(Run(0), default));
        Assert.Empty(await new RunQuery(Database).SourcesWithDocuments(Run(1), default));
    }
}
