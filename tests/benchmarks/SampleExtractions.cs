using Pipeline.Contracts.Reports;
using Pipeline.Extractor;
using Pipeline.Tests;

namespace Pipeline.Benchmarks;

/// <summary>What the real extractor reads from the sample documents: web pages, PDFs, Word files and text dumps with their real locators and evidence.</summary>
internal static class SampleExtractions
{
    private static readonly Lazy<Task<IReadOnlyList<ExtractionResult>>> Reports = new(ReadAll);

    /// <summary>Reports of the samples with truth, in the order of their names; read once.</summary>
    public static Task<IReadOnlyList<ExtractionResult>> Read() => Reports.Value;

    private static async Task<IReadOnlyList<ExtractionResult>> ReadAll()
    {
        var results = new List<ExtractionResult>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests", "samples", "corpus")).Order(StringComparer.Ordinal))
        {
            var hints = new DocumentHints { FileName = Path.GetFileName(file), Url = new Uri("http://www.qinghe.gov.cn/" + Path.GetFileName(file)) };
            var result = await ReportExtractor.Default.Extract(await File.ReadAllBytesAsync(file), hints, default);
            if (result.Outcome == ExtractionOutcome.Reports)
                results.Add(result);
        }

        return results;
    }
}
