using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers;

namespace Pipeline.Extractor.Tests;

public sealed class DeadlineTests
{
    [Fact]
    public async Task A_document_that_takes_too_long_fails_with_that_reason_and_its_reading_is_told_to_stop()
    {
        var time = new ManualTime();
        var reader = new EndlessReader();
        var reading = new ReportExtractor([reader], FormCatalog.Current, time).Extract("text"u8.ToArray(), new DocumentHints(), CancellationToken.None);
        await reader.Begun.Task;
        time.Pass();

        var result = await reading;

        Assert.Equal((ExtractionOutcome.Failed, "failed.timeout"), (result.Outcome, result.Reason));
        await reader.Stopped.Task;
    }

    private sealed class EndlessReader : IDocumentReader
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyCollection<string> MediaTypes { get; } = ["text/plain"];

        public async Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
        {
            Begun.SetResult();
            await using var _ = cancellation.Register(Stopped.SetResult);
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("The wait has no end.");
        }
    }

    /// <summary>A clock whose timers are due when the test says so.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private readonly TaskCompletionSource<Timer> _timer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Pass() => _timer.Task.GetAwaiter().GetResult().Elapse();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Timer(callback, state);
            _timer.TrySetResult(timer);
            return timer;
        }

        private sealed class Timer(TimerCallback callback, object? state) : ITimer
        {
            public void Elapse() => callback(state);

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
