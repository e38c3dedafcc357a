using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

/// <summary>The folder is the process's own, so nothing else may recognise meanwhile.</summary>
[CollectionDefinition(nameof(RecognitionCacheTests), DisableParallelization = true)]
[Collection(nameof(RecognitionCacheTests))]
public sealed class RecognitionCacheTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-recognised-");
    private int _asked;

    [Fact]
    public async Task A_page_is_recognised_once_for_each_snapshot_page_and_engine()
    {
        RecognitionCache.Use(_folder.FullName);

        var first = await Recall("a", 1, "one");
        var again = await Recall("a", 1, "one");

        Assert.Equal(1, _asked);
        Assert.Equal((first[0].Words[0], first[0].Rules[0], first[0].Width), (again[0].Words[0], again[0].Rules[0], again[0].Width));
        await Recall("b", 1, "one");
        await Recall("a", 2, "one");
        await Recall("a", 1, "two");
        Assert.Equal(4, _asked);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_recognised_anew()
    {
        RecognitionCache.Use(_folder.FullName);
        await Recall("a", 1, "one");
        foreach (var file in _folder.EnumerateFiles("*.gz", SearchOption.AllDirectories).ToList())
            await File.WriteAllBytesAsync(file.FullName, (await File.ReadAllBytesAsync(file.FullName))[..20]);

        await Recall("a", 1, "one");

        Assert.Equal(2, _asked);
    }

    private Task<ImmutableArray<OcrPage>> Recall(string snapshot, int page, string engine) => RecognitionCache.Recall(
        snapshot, page, engine,
        () =>
        {
            _asked++;
            return Task.FromResult<ImmutableArray<OcrPage>>(
                [new OcrPage(1, 595, 842, [new OcrWord("12", null, new PdfBox(1, 2, 3, 4), 0.9)], [new PdfRule(true, 1, 2, 3)], [1, 0, 0, 0, 1, 0, 0, 0, 1], 20)]);
        },
        default);

    public void Dispose()
    {
        RecognitionCache.Use(null);
        _folder.Delete(recursive: true);
    }
}
