using System.Text.Json;
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

    /// <summary>Figures of <c>table.jpg</c> that a report has otherwise.</summary>
    public static IEnumerable<string> Differences(AnnualReport report)
    {
        var read = report.Cells.ToDictionary(cell => cell.Cell.ToString(), cell => cell.Value);
        return JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "samples", "scans", "table.json"))).RootElement.EnumerateObject()
            .Where(cell => read[cell.Name] != cell.Value.GetDecimal()).Select(cell => $"{cell.Name}: {read[cell.Name]}");
    }

    public static Task<ExtractionResult> Extract(string name) => Extract(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "tests", "samples", "scans", name)), name);
}
