using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Browsing;
using Pipeline.Browsing.Painting;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor;
using Pipeline.Extractor.Readers.Html.Painting;

namespace Pipeline.Browser.Tests.Painting;

/// <summary>One extractor that sees, for all tests of a class.</summary>
public sealed class Eye : IAsyncDisposable
{
    private readonly ReportExtractor _extractor;

    public Eye()
    {
        // The bound holds for the page itself; a machine that is busy with other suites gives it less.
        Painter = new(BrowserInstallation.Find(), ChromiumPainter.Limits with { OwnTime = TimeSpan.FromSeconds(60), WholeTime = TimeSpan.FromSeconds(60) }, NullLogger<ChromiumPainter>.Instance);
        _extractor = ReportExtractor.With(Painter);
    }

    public ChromiumPainter Painter { get; }

    public ValueTask DisposeAsync() => Painter.DisposeAsync();

    public async Task<ExtractionResult> Read(byte[] page) => await _extractor.Extract(page, new DocumentHints { ContentType = "text/html" }, TestContext.Current.CancellationToken);

    /// <summary>The page as a person sees it, read by nothing but that.</summary>
    public async Task<AnnualReport> ReadPainted(byte[] page)
    {
        var painted = await Painter.Paint(Encoding.UTF8.GetString(page), TestContext.Current.CancellationToken);
        using var plain = PaintedMarkup.Of(painted!).Document;
        plain.Title = "政府信息公开工作年度报告";
        var result = await ReportExtractor.Default.Extract(Encoding.UTF8.GetBytes(plain.DocumentElement.OuterHtml), new DocumentHints { ContentType = "text/html; charset=utf-8" }, TestContext.Current.CancellationToken);
        return Assert.Single(result.Reports);
    }
}
