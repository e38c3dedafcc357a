using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

/// <summary>Keeps what the tests of a class recognise, for many of them are about the same picture.</summary>
public sealed class RecognisedOnce : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-recognised-");

    public RecognisedOnce() => RecognitionCache.Use(_folder.FullName);

    public void Dispose()
    {
        RecognitionCache.Use(null);
        _folder.Delete(recursive: true);
    }
}
