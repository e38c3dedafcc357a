using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Pipeline.Browsing;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor;
using Pipeline.Extractor.Tests.Readers;

namespace Pipeline.Browser.Tests.Printing;

/// <summary>Web pages of the sample corpus as someone saved them: printed to PDF by a real browser, with the borders and sides of cells that sites give their tables.</summary>
public sealed class PrintedPagesTests : IAsyncLifetime
{
    private const string Font = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc";

    private static readonly string Folder = SamplePaths.Of("corpus");

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = BrowserInstallation.Find().Executable, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <param name="style">Of the tables.</param>
    /// <param name="fewest">Records that are read exactly at least.</param>
    [Theory]
    [InlineData("table{border-collapse:collapse} td,th{border:1px solid #000;padding:4px}", false, 14)]
    [InlineData("td,th{border:0}", false, 12)]
    [InlineData("table{border-collapse:collapse;width:100%} td,th{border:0;border-bottom:1px solid #999;padding:3px}", false, 13)]
    [InlineData("td,th{border:0;padding:6px;text-align:right}", false, 11)]
    [InlineData("td,th{border:0;padding:2px;vertical-align:top;text-align:left}", true, 13)]
    public async Task A_printed_page_says_what_the_page_says(string style, bool isLandscape, int fewest)
    {
        Assert.SkipUnless(File.Exists(Font), "There is no type for Chinese: ./test installs fonts-wqy-zenhei.");
        var page = await _browser.NewPageAsync();
        var (exact, wrong) = (new List<string>(), new List<string>());
        foreach (var name in Directory.EnumerateFiles(Folder, "*.html").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal))
        {
            using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "truth", name + ".json"), TestContext.Current.CancellationToken));
            if (!truth.RootElement.GetProperty("is_report").GetBoolean())
                continue;
            await page.GotoAsync(new Uri(Path.Combine(Folder, name + ".html")).ToString());
            await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = $"* {{ font-family: 'WenQuanYi Zen Hei' !important }} {style}" });
            var pdf = await page.PdfAsync(new PagePdfOptions { Format = "A4", Landscape = isLandscape, DisplayHeaderFooter = isLandscape });
            var result = await ReportExtractor.Default.Extract(pdf, new DocumentHints { FileName = name + ".pdf" }, TestContext.Current.CancellationToken);
            var differences = Assert.Single(result.Reports).Cells.Where(cell => Told(truth.RootElement, cell) != cell.Value).ToList();
            (differences.Count == 0 ? exact : wrong).Add(name);
            Assert.False(result.Reports[0].Status == ReviewStatus.Accepted && differences.Count > 0, $"{name} was accepted with {string.Join(", ", differences.Select(cell => $"{cell.Cell} = {cell.Value}"))}.");
        }

        Assert.True(exact.Count >= fewest, $"{exact.Count.ToString(CultureInfo.InvariantCulture)} read exactly, not {string.Join(", ", wrong)}.");
    }

    private static decimal? Told(JsonElement truth, CellReading cell) =>
        truth.GetProperty("cells").TryGetProperty(cell.Cell.ToString(), out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
