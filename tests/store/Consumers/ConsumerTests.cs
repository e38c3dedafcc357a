using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Failures;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Consumers;

public sealed class ConsumerTests : StoreTest<Sqlite>
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";

    [Fact]
    public async Task A_result_is_committed_and_then_said_with_its_request()
    {
        await using var provider = Provider();
        var bus = provider.GetRequiredService<ITestHarness>();
        await bus.Start();
        var request = Guid.NewGuid();
        var extracted = new DocumentExtracted { Document = Document(Url), Result = Extracted("1.0", SampleReport.Of()), RequestId = request };
        var failed = new ExtractionFailed { Document = Document(Url + "?2", "x"), Result = Failed("failed.encrypted") };

        await bus.Bus.Publish(extracted);
        await bus.Bus.Publish(extracted);
        await bus.Bus.Publish(failed);
        await bus.InactivityTask;

        Assert.Equal(2, bus.Published.Select<DocumentSettled>(sent => sent.Context.Message.Outcome == ExtractionOutcome.Reports && sent.Context.Message.RequestId == request).Count());
        Assert.Equal(failed.Document.FetchId, bus.Published.Select<DocumentSettled>(sent => sent.Context.Message.Outcome == ExtractionOutcome.Failed).Single().Context.Message.FetchId);
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

        Assert.Equal(ExtractionOutcome.Failed, bus.Published.Select<DocumentSettled>().Single().Context.Message.Outcome);
        var failure = Assert.Single(await new FailureQuery(Database).List(new FailureFilter(), 10, default));
        Assert.Equal("failed.not-stored", failure.Reason);
        Assert.Contains("'1999'", failure.Detail, StringComparison.Ordinal);
    }

    private ServiceProvider Provider() => new ServiceCollection()
        .AddSingleton(Database)
        .AddStore(new StoreOptions { SnapshotFolder = Path.GetTempPath() })
        .AddMassTransitTestHarness(bus => bus.AddStoreConsumers())
        .BuildServiceProvider();
}
