using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Tests.Work;

namespace Pipeline.Extractor.Tests;

public sealed class DeadlineTests
{
    [Fact]
    public async Task A_document_that_takes_too_long_fails_with_that_reason_and_its_reading_is_told_to_stop()
    {
        var time = new ManualTime();
        var work = TimeSpan.Zero;
        var reader = new EndlessReader();
        var reading = new ReportExtractor([reader], FormCatalog.Current, time, processor: () => work).Extract("text"u8.ToArray(), new DocumentHints(), CancellationToken.None);
        await reader.Begun.Task;
        work = ReportExtractor.Deadline;
        await time.Pass(ReportExtractor.Deadline);

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
}
