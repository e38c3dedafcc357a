using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Readers;

namespace Pipeline.Extractor.Tests.Seen;

/// <summary>The report on a page of which one cell, that no equation protects, is written in some way.</summary>
internal static class SeenReport
{
    /// <summary>The cell, which no equation protects.</summary>
    public const string CellName = "disclosure.licensing.decisions";

    private static readonly CellId Cell = new(CellName);

    /// <summary>The clean page with 12 in that cell, and other markup in the head.</summary>
    public static byte[] Page(string cell, string head = "", string attributes = "")
    {
        var page = System.Text.Encoding.UTF8.GetString(SamplePaths.Bytes("seen/approx.html"));
        const string Clean = "<td colspan=\"3\">约12</td>";
        Assert.Contains(Clean, page, StringComparison.Ordinal);
        return System.Text.Encoding.UTF8.GetBytes(page.Replace(Clean, $"<td colspan=\"3\"{attributes}>{cell}</td>", StringComparison.Ordinal).Replace("</head>", head + "</head>", StringComparison.Ordinal));
    }

    public static async Task<AnnualReport> Read(byte[] bytes, string mediaType)
    {
        var result = await ReportExtractor.Default.Extract(bytes, new DocumentHints { ContentType = mediaType }, TestContext.Current.CancellationToken);
        return Assert.Single(result.Reports);
    }

    public static decimal? Value(AnnualReport report) => report.Cells.FirstOrDefault(cell => cell.Cell == Cell)?.Value;
}
