using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Failures;
using Pipeline.Store.Sweeping;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Sweeping;

public sealed class SqliteSweeperTests : SweeperTests<Sqlite>;

public sealed class PostgresSweeperTests : SweeperTests<Postgres>;

public abstract class SweeperTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";

    [Fact]
    public async Task A_lost_message_is_sent_again_when_its_patience_ran_out_and_not_before()
    {
        await using var provider = await Bus();
        var bus = provider.GetRequiredService<ITestHarness>();
        await Ledger.Record(Fetch(Document(Url)), default);
        await Ledger.Record(Fetch(Document("http://www.qinghe.gov.cn/settled.html", "x")), default);
        await Settle(Document("http://www.qinghe.gov.cn/settled.html", "x"));

        Assert.Equal(0, await Sweeper(bus).Sweep(everything: false, default));
        Clock.Now += Sweep.FirstPatience;
        Assert.Equal(1, await Sweeper(bus).Sweep(everything: false, default));
        Assert.Equal(0, await Sweeper(bus).Sweep(everything: false, default));

        var sent = Assert.Single(bus.Published.Select<DocumentFetched>());
        Assert.Equal(Document(Url).FetchId, sent.Context.Message.Document.FetchId);
    }

    [Fact]
    public async Task At_the_start_of_a_process_all_that_waits_is_sent_again()
    {
        await using var provider = await Bus();
        var bus = provider.GetRequiredService<ITestHarness>();
        Sweep.BatchSize = 2;
        for (var n = 0; n < 5; n++)
            await Ledger.Record(Fetch(Document($"{Url}?{n}", $"{n}")), default);

        Assert.Equal(5, await Sweeper(bus).Sweep(everything: true, default));
        Assert.Equal(5, bus.Published.Select<DocumentFetched>().Select(sent => sent.Context.Message.Document.Url).Distinct().Count());
    }

    [Fact]
    public async Task A_poison_document_ends_as_a_visible_failure()
    {
        await using var provider = await Bus();
        var bus = provider.GetRequiredService<ITestHarness>();
        await Ledger.Record(Fetch(Document(Url)), default);
        for (var attempt = 0; attempt <= Sweep.MaxAttempts; attempt++)
        {
            await Sweeper(bus).Sweep(everything: false, default);
            Clock.Now += TimeSpan.FromDays(1);
            await Sweeper(bus).Sweep(everything: false, default);
        }

        Assert.Equal(Sweep.MaxAttempts, bus.Published.Select<DocumentFetched>().Count());
        Assert.Equal(ExtractionOutcome.Failed, Assert.Single(bus.Published.Select<DocumentSettled>()).Context.Message.Outcome);
        var failure = Assert.Single(await new FailureQuery(Database).List(new FailureFilter(), 10, default));
        Assert.Equal("failed.gave-up", failure.Reason);
        Assert.Contains($"pipeline reextract {Url}", failure.Detail, StringComparison.Ordinal);
        Assert.Equal(0, await new PendingFetches(Database).Count(default));
    }

    [Fact]
    public async Task A_result_that_arrives_after_giving_up_still_counts()
    {
        await using var provider = await Bus();
        var bus = provider.GetRequiredService<ITestHarness>();
        await Ledger.Record(Fetch(Document(Url)), default);
        for (var attempt = 0; attempt <= Sweep.MaxAttempts; attempt++)
            await Sweeper(bus).Sweep(everything: true, default);

        await Settle(Document(Url), SampleReport.Of());

        Assert.Empty(await new FailureQuery(Database).List(new FailureFilter(), 10, default));
        await OnlyRecord();
    }

    private static async Task<ServiceProvider> Bus()
    {
        var provider = new ServiceCollection().AddMassTransitTestHarness().BuildServiceProvider();
        await provider.GetRequiredService<ITestHarness>().Start();
        return provider;
    }

    private Sweeper Sweeper(ITestHarness harness) => new(new PendingFetches(Database), harness.Bus, Sweep, Clock);
}
