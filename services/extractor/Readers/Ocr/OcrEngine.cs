using System.Collections.Immutable;
using System.Globalization;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Work.Helpers;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>
/// Recognises pictures in processes beside this one, as many at once as there are processors; whoever comes later waits. A process that is well is
/// given the next picture: loading the models takes as long as reading a page.
/// </summary>
internal sealed class OcrEngine(OcrInstallation installation) : IDisposable
{
    private const long LargestKept = 560L << 20;

    private static readonly Lazy<OcrEngine?> Found = new(Find);

    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);
    private readonly HelperPool _processes = new();

    /// <summary>The one of this machine; null where something that it needs is missing. What is installed later is found by the next process.</summary>
    public static OcrEngine? Installed => Found.Value;

    public string Version => installation.Version;

    /// <summary>As the other, of a page of a document that may have been recognised before.</summary>
    /// <param name="snapshot">Hash of the document's bytes; of a part of a page with its place.</param>
    /// <param name="page">From 1; 0 for a picture file as a whole.</param>
    public Task<ImmutableArray<OcrPage>> Read(string snapshot, int page, Func<CancellationToken, Task<ReadOnlyMemory<byte>>> draw, OcrLimits limits, CancellationToken cancellation) =>
        RecognitionCache.Recall(snapshot, page, installation.Build, () => Read(draw, limits, cancellation), cancellation);

    /// <param name="draw">Gives the bytes of the picture file when it is its turn, so that no more pictures are in memory than are read.</param>
    /// <exception cref="UnreadableDocumentException">The picture is damaged or too large, or reading it took too long or ended the process.</exception>
    public async Task<ImmutableArray<OcrPage>> Read(Func<CancellationToken, Task<ReadOnlyMemory<byte>>> draw, OcrLimits limits, CancellationToken cancellation)
    {
        using var counted = RecognitionProgress.Page();
        await _turns.WaitAsync(cancellation);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limits.Work.Farthest);
        try
        {
            var reply = await Ask(new OcrRequest(await draw(deadline.Token), limits), deadline.Token);
            return reply switch
            {
                null => throw new UnreadableDocumentException(FailureReasons.Malformed, "Recognition ended over the picture: it is damaged, or built to do so. Open it in a viewer."),
                { Pages: { } pages } => pages,
                _ => throw new UnreadableDocumentException(reply.Reason ?? FailureReasons.Malformed, reply.Detail ?? "The picture could not be read."),
            };
        }
        catch (Exception error) when (error is TimeoutException || error is OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new UnreadableDocumentException(FailureReasons.Timeout, $"The picture could not be read with {limits.Work.Work.TotalSeconds:0} s of work. Open it in a viewer: it may be no page of a report.");
        }
        catch (InvalidDataException error)
        {
            throw new UnreadableDocumentException(FailureReasons.TooLarge, "The picture holds more text than a document may.", error);
        }
        finally
        {
            _turns.Release();
        }
    }

    private Task<OcrReply?> Ask(OcrRequest request, CancellationToken cancellation)
    {
        Task<OcrReply?> Reply(Stream answer, CancellationToken stop) => OcrReply.Read(answer, request.Limits, stop);
        return _processes.Ask(() => Start(request.Limits, cancellation), process => process.Ask(request.Write, Reply, request.Limits.Work, cancellation));
    }

    /// <returns>A process whose models are loaded.</returns>
    /// <exception cref="UnreadableDocumentException">It ended before: the machine lacks something, and no document is at fault.</exception>
    private async Task<HelperProcess> Start(OcrLimits limits, CancellationToken cancellation)
    {
        var process = HelperProcess.Start(new HelperProgram("ocr", installation.Program, LargestKept)
        {
            Arguments = [installation.Models],
            // As many processes run as there are processors: threads of their own would only get into each other's way.
            Environment = [("OPENCV_IO_MAX_IMAGE_PIXELS", limits.Pixels.ToString(CultureInfo.InvariantCulture)), ("OPENCV_FOR_THREADS_NUM", "1")],
            Yields = true,
        });
        try
        {
            return await process.Greeting((said, stop) => OcrReply.Read(said, limits, stop), cancellation) is null ? throw MissingOcr.NotStarted(process.LastWords) : process;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    private static OcrEngine? Find() => OcrInstallation.Find() is { } installation ? new OcrEngine(installation) : null;

    public void Dispose()
    {
        _processes.Dispose();
        _turns.Dispose();
    }
}
