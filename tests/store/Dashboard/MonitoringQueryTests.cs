using Pipeline.Contracts.Ports;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Dashboard;

public sealed class SqliteMonitoringQueryTests : MonitoringQueryTests<Sqlite>;

public sealed class PostgresMonitoringQueryTests : MonitoringQueryTests<Postgres>;

public abstract class MonitoringQueryTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";

    [Fact]
    public async Task An_empty_store_has_nothing_to_watch()
    {
        var figures = await new MonitoringQuery(Database, Clock).Read(default);

        Assert.Equal((0, TimeSpan.Zero, 0), (figures.Pending, figures.OldestPending, figures.SilentSources));
        Assert.Empty(figures.Results);
    }

    [Fact]
    public async Task Work_results_failures_and_silence_are_counted()
    {
        await Ledger.Record(Fetch(Document(Url)), default);
        await Ledger.Record(Fetch(Document(Url + "?2", "x"), FetchOutcome.Failed, "The server answered 500."), default);
        await Settle(Document(Url + "?3", "y"), SampleReport.Of());
        await Settlement.Settle(Document(Url + "?4", "z"), Failed("failed.encrypted"), default);
        Clock.Now = Start.AddHours(2);

        var today = await new MonitoringQuery(Database, Clock).Read(default);
        Clock.Now = Start.AddDays(4);
        var later = await new MonitoringQuery(Database, Clock).Read(default);

        Assert.Equal((1, TimeSpan.FromHours(2), 0), (today.Pending, today.OldestPending, today.SilentSources));
        Assert.Equal((1, 1), (today.Results["reports"], today.Results["failed"]));
        Assert.Equal((1, 1), (today.Failures["failed"], today.Failures["failed.encrypted"]));
        Assert.Equal(1, today.Records.Values.Sum());
        Assert.Equal((1, 0), (later.SilentSources, later.Results.Count));
    }
}
