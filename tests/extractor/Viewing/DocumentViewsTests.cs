using System.Text;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor.Tests.Readers.Ocr;
using Pipeline.Extractor.Tests.Readers.Pdf.Engines;
using Pipeline.Extractor.Viewing;

namespace Pipeline.Extractor.Tests.Viewing;

public sealed class DocumentViewsTests
{
    private static readonly byte[] DrawnForHours =
        Encoding.Latin1.GetBytes(HandmadePdf.Hostile.First(row => row.Data.Item1 == "ten forms in each of nine").Data.Item2);

    [Fact]
    public async Task Pages_of_PDFs_that_are_drawn_for_hours_hold_up_no_other_view_and_end_when_their_readers_leave()
    {
        using var leaving = new CancellationTokenSource();
        var slow = Enumerable.Range(0, 3).Select(_ => Show(DrawnForHours, leaving.Token)).ToList();

        var other = await Show("<table><tr><td>本年新收政府信息公开申请数量</td><td>12</td></tr></table>"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Contains("本年新收政府信息公开申请数量", other.Html, StringComparison.Ordinal);
        Assert.All(slow, view => Assert.False(view.IsCompleted));
        await leaving.CancelAsync();
        foreach (var view in slow)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => view);
    }

    [Theory]
    [InlineData("<del>999</del>1234")]
    [InlineData("<span style='text-decoration:line-through'>999</span>1234")]
    [InlineData("<span style='display:none'>999</span>1234")]
    [InlineData("<span class='off'>999</span>1234")]
    public async Task What_a_person_does_not_see_on_the_page_stands_in_no_view_of_it_either(string cell)
    {
        var view = await Show(Encoding.UTF8.GetBytes($"<meta charset=utf-8><style>.off{{visibility:hidden}}</style><table><tr><td>总计</td><td>{cell}</td></tr></table>"), TestContext.Current.CancellationToken);

        Assert.Contains("1234", view.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("999", view.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_spot_on_a_picture_the_part_that_was_read_is_shown_with_a_little_around_it()
    {
        var spot = new OcrLocator(1, 300, 200, 380, 220, 0.9);
        var picture = PngFile.Of(600, 400, 8, stream => stream.Write(new byte[601 * 400]));
        var pdf = PicturedPdf.Of(PicturedPdf.Picture(0, 0, 595, 842), PicturedPdf.Image(1, 1, "/DeviceGray", "[]", [99]));

        var (onPicture, onPage, none) = (await Close(picture, spot), await Close(pdf, spot), await Close("<p>text</p>"u8.ToArray(), spot));

        Assert.Contains("viewBox=\"280 180 120 60\"", onPicture.Html, StringComparison.Ordinal);
        Assert.Contains("<rect id=\"spot\" x=\"300\" y=\"200\" width=\"80\" height=\"20\"/>", onPicture.Html, StringComparison.Ordinal);
        // Of a page only that part is drawn.
        Assert.Contains("viewBox=\"0 0 120 60\"", onPage.Html, StringComparison.Ordinal);
        Assert.Contains("<image width=\"120\" height=\"60\"", onPage.Html, StringComparison.Ordinal);
        Assert.Null(none.Html);
    }

    private static Task<SnapshotView> Close(byte[] bytes, OcrLocator spot) => DocumentViews.ShowClose(bytes, new DocumentHints(), spot, TestContext.Current.CancellationToken);

    private static Task<SnapshotView> Show(byte[] bytes, CancellationToken cancellation) =>
        DocumentViews.Show(bytes, new DocumentHints(), null, 1, cancellation);
}
