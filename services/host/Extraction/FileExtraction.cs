using System.Runtime.CompilerServices;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor;

namespace Pipeline.Host.Extraction;

/// <summary>Reads files from disk, several at once, and yields their results in the order of the files.</summary>
/// <param name="input">What the file "-" is.</param>
internal sealed class FileExtraction(ReportExtractor extractor, int concurrency, Stream input)
{
    // The largest reports in the field are scans of some 60 MB; what is larger is no report, and must not fill the memory.
    private const long MaxBytes = 200L * 1024 * 1024;

    private const string StandardInput = "-";

    public async IAsyncEnumerable<ExtractedFile> Read(IEnumerable<string> files, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A bounded window: a slow file holds back its successors' lines, never more than a window of results. No more are read at once than asked for: what reads
        // PDFs is a process for each, and its start costs more than a report.
        var window = new Queue<Task<ExtractedFile>>();
        using var hands = new SemaphoreSlim(concurrency);
        try
        {
            foreach (var file in files.SelectMany(InFolder))
            {
                if (window.Count == concurrency * 2)
                    yield return await window.Dequeue();
                window.Enqueue(Task.Run(() => InTurn(file), cancellation));
            }

            while (window.TryDequeue(out var next))
                yield return await next;
        }
        finally
        {
            await ((Task)Task.WhenAll(window)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task<ExtractedFile> InTurn(string file)
        {
            await hands.WaitAsync(cancellation);
            try
            {
                return await ReadOne(file, cancellation);
            }
            finally
            {
                hands.Release();
            }
        }
    }

    // A folder stands for all that is in it; what is hidden is no document.
    private static IEnumerable<string> InFolder(string file) => !Directory.Exists(file)
        ? [file]
        : Directory.EnumerateFiles(file, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System }).Order(StringComparer.Ordinal);

    private async Task<ExtractedFile> ReadOne(string file, CancellationToken cancellation)
    {
        try
        {
            var bytes = await Load(file, cancellation);
            return bytes is not { } whole
                ? ExtractedFile.Unreadable(file, FailureReasons.TooLarge, $"The file is larger than {MaxBytes / 1024 / 1024} MB: no report is. Take out the part that holds the report.")
                : ExtractedFile.From(file, await extractor.Extract(whole, new DocumentHints { FileName = Path.GetFileName(file) }, cancellation));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return ExtractedFile.Unreadable(file, FailureReasons.NotFound, IsAddress(file)
                ? $"This is an address, and extract reads files: fetch it with pipeline crawl --seed {file}, or give its bytes: curl -s {file} | pipeline extract -"
                : "There is no such file: check the path.");
        }
        catch (UnauthorizedAccessException)
        {
            return ExtractedFile.Unreadable(file, FailureReasons.Unreadable, "The file may not be read: change its permissions.");
        }
        catch (IOException error)
        {
            return ExtractedFile.Unreadable(file, FailureReasons.Unreadable, $"The file could not be read: {error.Message}");
        }
    }

    private static bool IsAddress(string file) => file.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || file.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private async Task<ReadOnlyMemory<byte>?> Load(string file, CancellationToken cancellation)
    {
        await using var stream = file == StandardInput ? input : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1, FileOptions.SequentialScan);
        // Length is 0 for a device or a pipe, so the bound is kept while reading.
        var bytes = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, MaxBytes) : 0);
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (bytes.Length + read > MaxBytes)
                return null;
            bytes.Write(buffer.AsSpan(0, read));
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
