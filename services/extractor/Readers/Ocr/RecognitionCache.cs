using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>
/// Pages that were recognised before, in files of a few kilobytes: reading a document anew after a rule changed does not recognise it again. They may
/// be deleted at any time. Nothing is kept until a folder is named.
/// </summary>
public static class RecognitionCache
{
    private static string? _folder;

    /// <summary>Names the folder for this process, which is made when the first page is kept; null for none.</summary>
    public static void Use(string? folder) => _folder = folder;

    /// <param name="snapshot">Hash of the document's bytes.</param>
    /// <param name="page">From 1; 0 for a picture file as a whole.</param>
    /// <param name="engine">All that determines what is read.</param>
    /// <param name="recognise">Asked where the page is not known yet.</param>
    internal static async Task<ImmutableArray<OcrPage>> Recall(string snapshot, int page, string engine, Func<Task<ImmutableArray<OcrPage>>> recognise, CancellationToken cancellation)
    {
        if (_folder is not { } folder)
            return await recognise();
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{snapshot} {page} {engine}")));
        var file = Path.Combine(folder, name[..2], name + ".json.gz");
        if (await Kept(file, cancellation) is { } known)
            return known;
        var pages = await recognise();
        await Keep(file, pages, cancellation);
        return pages;
    }

    private static async Task<ImmutableArray<OcrPage>?> Kept(string file, CancellationToken cancellation)
    {
        try
        {
            await using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            return await JsonSerializer.DeserializeAsync<ImmutableArray<OcrPage>?>(gzip, cancellationToken: cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
        {
            // Not there, or cut off by a full disk: recognising again mends it.
            return null;
        }
    }

    private static async Task Keep(string file, ImmutableArray<OcrPage> pages, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var draft = $"{file}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";
            await using (var gzip = new GZipStream(File.Create(draft), CompressionLevel.Fastest))
                await JsonSerializer.SerializeAsync(gzip, pages, cancellationToken: cancellation);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A full disk costs time, not records.
        }
    }
}
