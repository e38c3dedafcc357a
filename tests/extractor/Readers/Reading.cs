using System.Text.Json;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Tests.Readers;

/// <summary>Reads bytes as the pipeline does, and compares with what is printed.</summary>
internal static class Reading
{
    public static Task<ExtractionResult> Of(byte[] bytes, string name = "document") =>
        ReportExtractor.Default.Extract(bytes, new DocumentHints { FileName = name }, TestContext.Current.CancellationToken);

    public static async Task<SourceDocument> Document(byte[] bytes) =>
        (await ReportExtractor.Default.Explain(bytes, new DocumentHints(), TestContext.Current.CancellationToken)).Document!;

    public static async Task<string?> Failure(byte[] bytes, string name = "document") => (await Of(bytes, name)).Reason;

    /// <returns>The rows of the document's grids, cells divided by bars.</returns>
    public static async Task<IReadOnlyList<string>> Rows(byte[] bytes) =>
        [.. (await Document(bytes)).Blocks.OfType<GridBlock>().SelectMany(grid => grid.Cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key)).Select(row => string.Join('|', row.OrderBy(cell => cell.Column).Select(cell => cell.Text)))];

    public static async Task<IReadOnlyList<string>> Texts(byte[] bytes) => [.. (await Document(bytes)).Blocks.OfType<TextBlock>().Select(block => block.Text)];

    /// <returns>Cells of a report that differ from the truth of a sample of <c>tests/samples/corpus</c>; empty when all agree.</returns>
    public static IReadOnlyList<string> Differences(AnnualReport report, string sample)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(SamplePaths.Of("corpus"), "truth", sample + ".json")));
        return [.. truth.RootElement.GetProperty("cells").EnumerateObject().Select(cell => (cell.Name, Printed: cell.Value.ValueKind == JsonValueKind.Number ? cell.Value.GetDecimal() : (decimal?)null, Read: report.Cells.Single(read => read.Cell.ToString() == cell.Name).Value))
            .Where(cell => cell.Printed != cell.Read).Select(cell => $"{cell.Name} prints {cell.Printed}, read {cell.Read}")];
    }
}
