using System.Diagnostics;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Records;

/// <summary>A guard of speed that no clock disturbs: how often a document makes the store talk to its database. Whoever raises a figure says in the commit why it must be.</summary>
public sealed class StatementCountTests : StoreTest<Postgres>
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";

    [Fact]
    public async Task A_new_document_and_its_record_take_a_known_number_of_statements()
    {
        // The first of all opens connections and prepares what is kept.
        await Store("http://www.qinghe.gov.cn/0.html", 2021);

        Assert.Equal(4, await Statements(() => Ledger.Record(Fetch(Document(Url)), default)));
        Assert.Equal(14, await Statements(() => Settle(Document(Url), SampleReport.Of(year: 2022))));
    }

    [Fact]
    public async Task A_document_that_has_not_changed_takes_fewer()
    {
        await Store(Url, 2022);
        await Ledger.Record(Fetch(Document(Url, day: 1), FetchOutcome.Unchanged), default);

        Assert.Equal(5, await Statements(() => Ledger.Record(Fetch(Document(Url, day: 2), FetchOutcome.Unchanged), default)));
    }

    private async Task Store(string url, int year)
    {
        await Ledger.Record(Fetch(Document(url)), default);
        await Settle(Document(url), SampleReport.Of(year: year));
    }

    /// <summary>What the database is asked while something is done. Other tests run beside it: only this trace counts.</summary>
    private static async Task<int> Statements(Func<Task> work)
    {
        var count = 0;
        using var trace = new Activity("work").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = heard => heard.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Interlocked.Add(ref count, activity.TraceId == trace.TraceId ? 1 : 0),
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return count;
    }
}
