using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Tests;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

/// <summary>Reads pictures of <c>tests/samples/scans</c>; skips the test where recognition is not installed.</summary>
internal static class RecognisedSample
{
    public static async Task<ExtractionResult> Extract(byte[] bytes, string name)
    {
        Assert.SkipUnless(OcrInstallation.Missing().Count == 0, "Recognition is not installed: " + string.Join(", ", OcrInstallation.Missing()));
        return await ReportExtractor.Default.Extract(bytes, new DocumentHints { FileName = name }, default);
    }

    public static Task<ExtractionResult> Extract(string name) => Extract(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "tests", "samples", "scans", name)), name);
}
