using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Consumers;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Tests.Consumers;

public sealed class FollowedReadingTests
{
    [Fact]
    public async Task While_pages_are_recognised_it_is_said_how_many_are_done()
    {
        var scan = new SlowScan();
        await using var provider = Bus(scan, bus => bus.AddHandler((ConsumeContext<RecognitionProgressed> _) => Task.CompletedTask));
        var harness = provider.GetRequiredService<ITestHarness>();
        await harness.Start();

        await harness.Bus.Publish(new DocumentFetched { Document = scan.Document });
        Assert.True(await harness.Consumed.Any<RecognitionProgressed>());
        scan.Finish();
        Assert.True(await harness.Published.Any<ExtractionFailed>());

        var told = harness.Published.Select<RecognitionProgressed>().Select(sent => sent.Context.Message).ToList();
        Assert.Equal([(scan.Document.FetchId, 1, 2), (scan.Document.FetchId, 2, 2)], told.Select(progress => (progress.FetchId, progress.Recognised, progress.Pages)));
    }

    [Fact]
    public async Task A_document_is_read_on_where_nobody_can_be_told_how_far_it_is()
    {
        var scan = new SlowScan();
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var provider = Bus(scan, bus => bus.UsingInMemory((context, broker) =>
        {
            broker.ConfigurePublish(pipe => pipe.UseExecute(sent =>
            {
                if (sent is not PublishContext<RecognitionProgressed>)
                    return;
                refused.TrySetResult();
                throw new InvalidOperationException("The broker takes nothing.");
            }));
            broker.ConfigureEndpoints(context);
        }));
        var harness = provider.GetRequiredService<ITestHarness>();
        await harness.Start();

        await harness.Bus.Publish(new DocumentFetched { Document = scan.Document });
        await refused.Task;
        scan.Finish();

        Assert.True(await harness.Published.Any<ExtractionFailed>());
        Assert.False(await harness.Published.Any<Fault<DocumentFetched>>());
    }

    private static ServiceProvider Bus(SlowScan scan, Action<IBusRegistrationConfigurator> configure) => new ServiceCollection()
        .AddSingleton(new FollowedReading(new SnapshotReading(scan, new ReportExtractor([scan], FormCatalog.Current)), new HastyClock(), NullLogger<FollowedReading>.Instance))
        .AddSingleton(new Hands(TimeProvider.System))
        .AddMassTransitTestHarness(bus =>
        {
            bus.AddConsumer<DocumentFetchedConsumer>();
            configure(bus);
        })
        .BuildServiceProvider();

    /// <summary>Two pages, of which the second takes as long as the test wants.</summary>
    private sealed class SlowScan : IDocumentReader, ISnapshotStore
    {
        private static readonly byte[] Bytes = "A page."u8.ToArray();
        private static readonly Uri Address = new("http://www.qinghe.gov.cn/1.txt");

        private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public DocumentReference Document { get; } = new()
        {
            Url = Address.ToString(), Source = "qinghe", RunId = Guid.NewGuid(), FetchId = Guid.NewGuid(), Snapshot = SnapshotHash.Of(Bytes), Facts = new FetchFacts { RequestedUrl = Address, FinalUrl = Address, FetchedAt = DateTimeOffset.UnixEpoch, Status = 200 },
        };

        public IReadOnlyCollection<string> MediaTypes => ["text/plain"];

        public TimeSpan Waiting => TimeSpan.FromMinutes(1);

        public void Finish() => _finished.SetResult();

        async Task<SourceDocument> IDocumentReader.Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
        {
            using var second = RecognitionProgress.Page();
            RecognitionProgress.Page()!.Dispose();
            await _finished.Task.WaitAsync(cancellation);
            throw new UnreadableDocumentException(FailureReasons.NoText, "Nothing is on it.");
        }

        public Task<byte[]?> Read(SnapshotHash snapshot, CancellationToken cancellation) => Task.FromResult<byte[]?>(Bytes);

        public Task<SnapshotHash> Write(ReadOnlyMemory<byte> body, CancellationToken cancellation) => throw new NotSupportedException();
    }

    /// <summary>Every wait is over a hundred times sooner.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, dueTime / 100, period);
    }
}
