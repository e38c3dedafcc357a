using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Consumers;
using Pipeline.Store.Failures;
using Pipeline.Store.Requests;
using Pipeline.Store.Sweeping;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Consumers;

public sealed class ConsumerTests : StoreTest<Sqlite>
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";

    [Fact]
    public async Task A_result_is_committed_and_said_only_to_who_asked_for_it()
    {
        await using var provider = Provider();
        var bus = provider.GetRequiredService<ITestHarness>();
        await bus.Start();
        var request = Guid.NewGuid();
        var extracted = new DocumentReextracted { Document = Document(Url), Result = Extracted("1.0", SampleReport.Of()), RequestId = request };
        var failed = new ExtractionFailed { Document = Document(Url + "?2", "x"), Result = Failed("failed.encrypted") };

        await bus.Bus.Publish(extracted);
        await bus.Bus.Publish(extracted);
        await bus.Bus.Publish(failed);
        await bus.InactivityTask;

        Assert.All(bus.Published.Select<DocumentSettled>(), sent => Assert.Equal((request, ExtractionOutcome.Reports), (sent.Context.Message.RequestId, sent.Context.Message.Outcome)));
        Assert.Equal(2, bus.Published.Select<DocumentSettled>().Count());
        Assert.Equal(1, (await OnlyRecord()).Versions);
        Assert.Empty(await Ledger.Pending(Start.AddDays(1), 10, default));
    }

    [Fact]
    public async Task A_result_that_cannot_be_stored_ends_as_a_visible_failure()
    {
        await using var provider = Provider();
        var bus = provider.GetRequiredService<ITestHarness>();
        await bus.Start();
        var extracted = new DocumentExtracted { Document = Document(Url), Result = Extracted("1.0", SampleReport.Of() with { Form = "1999" }) };

        await bus.Bus.Publish(extracted);
        await bus.InactivityTask;

        var failure = Assert.Single(await new FailureQuery(Database).List(new FailureFilter(), 10, default));
        Assert.Equal("failed.not-stored", failure.Reason);
        Assert.Contains("'1999'", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_letter_ends_as_a_visible_failure_of_its_document_and_a_later_result_still_counts()
    {
        await using var provider = Provider();
        var bus = provider.GetRequiredService<ITestHarness>();
        await bus.Start();
        await Ledger.Record(Fetch(Document(Url)), default);
        var queue = await bus.Bus.GetSendEndpoint(new Uri($"queue:{StoreQueues.DeadLetters}"));

        await queue.Send(new DocumentFetched { Document = Document(Url) });
        await bus.InactivityTask;

        var failure = Assert.Single(await new FailureQuery(Database).List(new FailureFilter(), 10, default));
        Assert.Equal(FailureReasons.DeadLetter, failure.Reason);
        Assert.Equal(0, await new PendingFetches(Database).Count(default));

        await Settle(Document(Url), SampleReport.Of());

        Assert.Empty(await new FailureQuery(Database).List(new FailureFilter(), 10, default));
    }

    [Fact]
    public async Task A_request_that_a_worker_gave_up_ends_with_its_words()
    {
        await using var provider = Provider();
        var bus = provider.GetRequiredService<ITestHarness>();
        await bus.Start();
        var requests = provider.GetRequiredService<ReextractionRequests>();
        var id = Guid.NewGuid();
        await Settle(Document(Url), SampleReport.Of());
        await requests.Begin(id, Url, refetch: true, "wang", default);

        await bus.Bus.Publish<Fault<RefetchRequested>>(new { Message = new RefetchRequested { RequestId = id, Url = new Uri(Url) }, Exceptions = new[] { new { Message = "The server answered 500." } } });
        await bus.InactivityTask;

        Assert.Equal("The server answered 500.", (await requests.Find(id, default))!.Problem);
    }

    private ServiceProvider Provider() => new ServiceCollection()
        .AddSingleton(Database)
        .AddStore(new StoreOptions { SnapshotFolder = Path.GetTempPath() })
        .AddMassTransitTestHarness(bus => bus.AddStoreConsumers())
        .BuildServiceProvider();
}
