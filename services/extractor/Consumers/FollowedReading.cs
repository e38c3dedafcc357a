using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Consumers;

/// <summary>Reads a document that a message names, and says meanwhile how many of its pages are recognised: sixty take minutes.</summary>
internal sealed partial class FollowedReading(SnapshotReading reading, TimeProvider clock, ILogger<FollowedReading> log)
{
    /// <summary>From one word to the next; what is read sooner is done without any.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task<ExtractionResult> Read(DocumentReference document, ConsumeContext context)
    {
        var progress = RecognitionProgress.Follow();
        var result = reading.Read(document, context.CancellationToken);
        var told = 0;
        while (!await EndsWithin(Pause, result, context.CancellationToken))
        {
            if (progress.Recognised > told)
                await Tell(document, told = progress.Recognised, progress.Pages, context);
        }

        if (told > 0 && told < progress.Pages)
            await Tell(document, progress.Pages, progress.Pages, context);
        return await result;
    }

    private async Task<bool> EndsWithin(TimeSpan time, Task result, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pause = Task.Delay(time, clock, ended.Token);
        var isOver = await Task.WhenAny(result, pause) == result || cancellation.IsCancellationRequested;
        await ended.CancelAsync();
        return isOver;
    }

    // What a page shows meanwhile is not worth reading the document anew.
    private async Task Tell(DocumentReference document, int recognised, int pages, ConsumeContext context)
    {
        try
        {
            await context.Publish(
                new RecognitionProgressed { FetchId = document.FetchId, Url = document.Url, Recognised = recognised, Pages = pages, At = clock.GetUtcNow() }, context.CancellationToken);
        }
        catch (Exception error) when (!context.CancellationToken.IsCancellationRequested)
        {
            NotTold(document.Url, error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "How far the recognition of {Url} is could not be told ({Reason}); it goes on")]
    private partial void NotTold(string url, string reason);
}
