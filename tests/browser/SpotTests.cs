using Microsoft.Playwright;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Store.Records;

namespace Pipeline.Browser.Tests;

/// <summary>Opening a cell shows its mark: measured, not looked at. It takes minutes, so that <c>scripts/spots</c> runs it.</summary>
[Trait("Category", "Soak")]
[Collection<OneSample>]
public sealed class SpotTests(SamplePages sample)
{
    private static readonly (int Width, int Height)[] Windows = [(1280, 800), (1024, 640), (390, 844)];

    // Of what was recognised the part that was read stands above it, enlarged.
    private const string Source = "iframe.snapshot:not(.close)";

    private const int MostTries = 8;
    private const int MillisecondsBetween = 250;

    [Theory]
    [InlineData("html")]
    [InlineData("docx")]
    [InlineData("text")]
    [InlineData("pdf")]
    public async Task The_mark_of_every_opened_cell_stands_inside_the_visible_pane(string reader)
    {
        var record = (await sample.Host.Get<RecordQuery>().Find(new RecordFilter(), 100, default)).First(record => record.Current.Reading.Reader.StartsWith(reader, StringComparison.Ordinal));
        await Open(record, reader);
    }

    [Theory]
    [MemberData(nameof(SpottedFiles.Names), MemberType = typeof(SpottedFiles))]
    public async Task So_does_that_of_scans_pictures_and_what_the_site_does_not_publish(string name)
    {
        Assert.SkipWhen(SpottedFiles.NeedsRecognition(name) && OcrInstallation.Missing().Count > 0, "What recognises pictures is not installed: scripts/ocr-models.");
        var record = await sample.Add(await SpottedFiles.Bytes(name), name);
        await Open(record, Path.GetExtension(name)[1..]);
    }

    private async Task Open(StoredRecord record, string kind)
    {
        var cells = record.Current.Report.Cells.Where(cell => cell.Source is not null).ToList();
        var missed = new List<string>();
        var openings = 0;
        foreach (var (width, height) in Windows)
            foreach (var scripts in (bool[])[true, false])
            {
                var page = await sample.Open("/review", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, JavaScriptEnabled = scripts });
                // The first, the last, and some between: nine of a document in each window, 486 openings in all.
                foreach (var cell in Enumerable.Range(0, 9).Select(i => cells[i * (cells.Count - 1) / 8]).Distinct())
                {
                    await page.GotoAsync($"/review/{record.Current.RecordId}?cell={cell.Cell}");
                    openings++;
                    if (!await ComesInSight(page, width, height))
                        missed.Add($"{width}×{height} {(scripts ? "with" : "without")} scripts: {cell.Cell}");
                }

                await page.Keep($"spot-{kind}-{width}-{(scripts ? "scripts" : "plain")}");
                await page.Context.CloseAsync();
            }

        Assert.True(missed.Count == 0, $"{missed.Count} of {openings} out of sight:\n{string.Join('\n', missed)}");
    }

    // The frame is scrolled while it is laid out, which on a busy machine ends after the page's own load.
    private static async Task<bool> ComesInSight(IPage page, int width, int height)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await IsMarkInSight(page, width, height))
                return true;
            await page.WaitForTimeoutAsync(MillisecondsBetween);
        }

        return false;
    }

    private static async Task<bool> IsMarkInSight(IPage page, int width, int height)
    {
        var pane = await page.Locator(Source).BoundingBoxAsync();
        var mark = await page.FrameLocator(Source).Locator("#spot").BoundingBoxAsync();
        return pane is not null && mark is not null
            && mark.X >= Math.Max(pane.X, 0) - 4 && mark.X + mark.Width <= Math.Min(pane.X + pane.Width, width) + 4
            && mark.Y >= Math.Max(pane.Y, 0) - 4 && mark.Y + mark.Height <= Math.Min(pane.Y + pane.Height, height);
    }
}
