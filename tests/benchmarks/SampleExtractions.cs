using Pipeline.Contracts.Reports;
using Pipeline.Extractor;
using Pipeline.Tests;

namespace Pipeline.Benchmarks;

/// <summary>What the real extractor reads from the sample documents: web pages, PDFs, Word files and text dumps with their real locators and evidence.</summary>
internal static class SampleExtractions
{
    /// <summary>Reports of all samples, in the order of their names.</summary>
    public static async Task<IReadOnlyList<ExtractionResult>> Read()
    {
        string[] folders = [Path.Combine(RepositoryRoot.Path, "samples"), Path.Combine(RepositoryRoot.Path, "tests", "samples")];
        var results = new List<ExtractionResult>();
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            var hints = new DocumentHints { FileName = Path.GetFileName(file), Url = new Uri("http://www.qinghe.gov.cn/" + Path.GetFileName(file)) };
            var result = await ReportExtractor.Default.Extract(await File.ReadAllBytesAsync(file), hints, default);
            if (result.Outcome == ExtractionOutcome.Reports)
                results.Add(result);
        }

        return results;
    }
}
