using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts.Messages;
using Pipeline.Store.Failures;
using Pipeline.Store.Measures;
using Pipeline.Store.Requests;
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
        var failure = Assert.Single(await new FailureQuery(Database).List(new FailureFilter(), 10, default));
        Assert.Equal("failed.gave-up", failure.Reason);
        Assert.Contains($"pipeline reextract {Url}", failure.Detail, StringComparison.Ordinal);
        Assert.Equal(0, await new PendingFetches(Database).Count(default));
    }

    [Fact]
    public async Task A_process_that_is_killed_again_and_again_gives_up_nothing_and_sends_the_least_tried_first()
    {
        await using var provider = await Bus();
        var bus = provider.GetRequiredService<ITestHarness>();
        for (var n = 0; n < 20; n++)
            await Ledger.Record(Fetch(Document($"{Url}?{n:00}", $"{n}")), default);

        for (var start = 0; start < 30; start++)
            Assert.Equal(20, await Sweeper(bus).Sweep(everything: true, default));

        var second = bus.Published.Select<DocumentFetched>().Skip(20).Take(4).Select(sent => sent.Context.Message.Document.Url);
        Assert.Equal([$"{Url}?16", $"{Url}?17", $"{Url}?18", $"{Url}?19"], second);
    }

    [Fact]
    public async Task A_long_queue_that_moves_is_left_alone()
    {
        await using var provider = await Bus();
        var bus = provider.GetRequiredService<ITestHarness>();
        for (var day = 0; day < 3; day++)
            await Ledger.Record(Fetch(Document($"{Url}?{day}", $"{day}", day)), default);
        Clock.Now = Start.AddDays(4);
        await Settle(Document($"{Url}?1", "1", day: 1));

        await Sweeper(bus).Sweep(everything: false, default);

        // The queue has passed the first; the third may still stand in it.
        Assert.Equal($"{Url}?0", Assert.Single(bus.Published.Select<DocumentFetched>()).Context.Message.Document.Url);
    }

    [Fact]
    public async Task A_result_that_arrives_after_giving_up_still_counts()
    {
        await using var provider = await Bus();
        var bus = provider.GetRequiredService<ITestHarness>();
        await Ledger.Record(Fetch(Document(Url)), default);
        Clock.Now += TimeSpan.FromHours(2);
        for (var start = 0; start <= Sweep.MaxAttempts; start++)
            await Sweeper(bus).Sweep(everything: true, default);
        Assert.Single(await new FailureQuery(Database).List(new FailureFilter(), 10, default));

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

    private Sweeper Sweeper(ITestHarness harness) => new(new PendingFetches(Database), new ReextractionRequests(Database, Clock), new CountedPublisher(harness.Bus, NullLogger<CountedPublisher>.Instance), Sweep, Clock, NullLogger<Sweeper>.Instance);
}
