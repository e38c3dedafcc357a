using System.Text;
using Pipeline.Contracts;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Tests;

/// <summary>Reads a few rows of table three as a report of their own, to show what one mechanism does.</summary>
internal static class SmallReport
{
    public const string Title = "青岚县教育局2023年政府信息公开工作年度报告";

    private const string Heading = "三、收到和处理政府信息公开申请情况";

    public static Task<AnnualReport> OfHtml(string table) => Read($"<!DOCTYPE html><html><body><h1>{Title}</h1><p>{Heading}</p>{table}</body></html>", "page.html");

    /// <param name="lines">Below title and heading.</param>
    public static Task<AnnualReport> OfText(params string[] lines) => Read(string.Join('\n', [Title, Heading, .. lines]), "dump.txt");

    /// <summary>Values of a row in the order of the form, 自然人 first and 总计 last; blanks are empty.</summary>
    public static string Row(AnnualReport report, string row) => string.Join(' ', new[] { "natural_person", "commercial", "research", "social", "legal_service", "other", "total" }
        .Select(column => report.Cells.Single(cell => cell.Cell == new CellId($"applications.{row}.{column}")).Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "_"));

    private static async Task<AnnualReport> Read(string document, string name) =>
        Assert.Single((await ReportExtractor.Default.Extract(Encoding.UTF8.GetBytes(document), new DocumentHints { FileName = name }, CancellationToken.None)).Reports);
}
