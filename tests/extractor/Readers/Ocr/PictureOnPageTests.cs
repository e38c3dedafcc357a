using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

/// <summary>A page of text of which one table is a picture.</summary>
public sealed class PictureOnPageTests
{
    private static readonly string Written = PicturedPdf.Text(100, 800, "青岚县教育局2023年政府信息公开工作年度报告", 14)
        + PicturedPdf.Text(60, 775, "二、主动公开政府信息情况")
        + PicturedPdf.Grid(60, 765, 110, ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "0", "0", "0"], ["行政规范性文件", "3", "1", "17"])
        + PicturedPdf.Text(60, 690, "三、收到和处理政府信息公开申请情况");

    [Fact]
    public async Task The_picture_gives_what_the_text_does_not_say_and_each_figure_leads_to_where_it_was_read()
    {
        var report = await Read(PicturedPdf.Of(Written + PicturedPdf.Picture(90, 100, 400, 566), PicturedPdf.Table));

        AssertShown(report);
        var written = report.Cells.Single(cell => cell.Cell.ToString() == "disclosure.normative_documents.in_force");
        Assert.Equal(17, written.Value);
        Assert.IsType<PdfLocator>(written.Source);
        // The cell at the right end of the first row of figures, at 88 % of the picture's width and 23 % of its height, in pixels at 200 dots per inch.
        var seen = Assert.IsType<OcrLocator>(report.Cells.Single(cell => cell.Cell.ToString() == "applications.new.total").Source);
        Assert.InRange((seen.Left + seen.Right) / 2, (90 + (400 * 0.84)) * 200 / 72, (90 + (400 * 0.92)) * 200 / 72);
        Assert.InRange((seen.Top + seen.Bottom) / 2, (176 + (566 * 0.22)) * 200 / 72, (176 + (566 * 0.25)) * 200 / 72);
        Assert.Equal("青岚县教育局", report.Authority);
    }

    [Fact]
    public async Task A_scan_that_carries_the_name_of_the_program_that_made_it_is_read()
    {
        var report = await Read(PicturedPdf.Of(PicturedPdf.Picture(0, 0, 595, 842) + PicturedPdf.Text(200, 12, "扫描全能王 3亿人都在用的扫描App"), PicturedPdf.Table));

        AssertShown(report);
    }

    [Fact]
    public async Task A_photograph_beside_text_adds_nothing()
    {
        var pixels = new byte[300 * 200];
        new Random(7).NextBytes(pixels);
        var (photograph, plain) = (PicturedPdf.Image(300, 200, "/DeviceGray", "[]", pixels), PicturedPdf.Image(1, 1, "/DeviceGray", "[]", [255]));

        var with = await Read(PicturedPdf.Of(Written + PicturedPdf.Picture(90, 300, 300, 200), photograph));
        var without = await Read(PicturedPdf.Of(Written + PicturedPdf.Picture(90, 300, 1, 1), plain));

        Assert.Equal(without.Cells.Select(cell => (cell.Cell, cell.Value, cell.Confidence, cell.Source)), with.Cells.Select(cell => (cell.Cell, cell.Value, cell.Confidence, cell.Source)));
        Assert.Equal(without.Issues.AsEnumerable(), with.Issues);
    }

    [Fact]
    public async Task Without_recognition_the_record_waits_and_says_what_to_install()
    {
        var page = new PdfPage(1, 595, 842, [new PdfWord("政府信息公开工作年度报告", new PdfBox(100, 100, 300, 112))], []) { Pictures = [new PdfBox(90, 176, 490, 742)] };

        var read = await ScannedPages.Unrecognised(default, PdfLimits.Default).Read([page], default);

        var issue = Assert.Single(read.Issues);
        Assert.Equal(("ocr.pages-unread", new PdfLocator(1, 90, 176, 490, 742)), (issue.Code, issue.Where));
        Assert.Contains("install", issue.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, 300, 20, true)]
    [InlineData(400, 300, 200, false)]
    [InlineData(120, 120, 0, false)]
    public void A_picture_may_hold_a_table_where_it_is_large_and_little_is_written_over_it(double width, double height, int characters, bool may)
    {
        var box = new PdfBox(50, 50, 50 + width, 50 + height);

        var found = WordlessPictures.Among([box], [new PdfWord(new string('字', characters), box), new PdfWord(new string('字', 500), new PdfBox(50, 700, 500, 800))], 595, 842);

        Assert.Equal(may ? [box] : [], found);
    }

    private static void AssertShown(AnnualReport report) => Assert.Empty(RecognisedSample.Differences(report));

    private static async Task<AnnualReport> Read(byte[] pdf) => Assert.Single((await RecognisedSample.Extract(pdf, "page.pdf")).Reports);
}
