using System.Text;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Ofd;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Tests.Readers.Ocr;
using Pipeline.Extractor.Viewing;
using Pipeline.Tests;

namespace Pipeline.Extractor.Tests.Readers.Ofd;

public sealed class OfdReaderTests
{
    private const string Prose = "青岚县二〇二三年政府信息公开工作年度报告";

    [Theory]
    [InlineData("pdf-of-writer")]
    [InlineData("pdf-of-chromium")]
    [InlineData("pdf-2019-dashes-for-blanks")]
    public async Task A_report_is_read_as_exactly_as_its_PDF(string sample)
    {
        var engine = PdfEngines.All[0];
        var pdf = await engine.Read(SamplePaths.Bytes($"corpus/{sample}.pdf"), PdfLimits.Default, TestContext.Current.CancellationToken);

        var result = await Reading.Of(OfdFile.Of(pdf.Pages));

        Assert.Equal("ofd/1", result.Reading.Reader);
        Assert.Empty(Reading.Differences(Assert.Single(result.Reports), sample));
    }

    [Fact]
    public async Task A_ruled_table_becomes_a_grid_with_places_in_points()
    {
        var document = await Reading.Document(OfdFile.With(OfdFile.Text(Prose, 30, 30) + OfdFile.Table(30, 50, ["规章", "制发件数"], ["规范性文件", "12"])));

        var grid = Assert.Single(document.Blocks.OfType<GridBlock>());
        Assert.Equal("规章,制发件数,规范性文件,12", string.Join(',', grid.Cells.Select(cell => cell.Text)));
        var place = Assert.IsType<PdfLocator>(grid.Cells[3].Source);
        Assert.Equal((1, 70 / 25.4 * 72), (place.Page, place.Left), new Near());
        Assert.Contains(document.Blocks.OfType<TextBlock>(), block => block.Text == Prose);
        Assert.Equal("年报", document.Title);
    }

    [Fact]
    public async Task Characters_set_one_by_one_make_words_and_steps_may_repeat()
    {
        var single = string.Concat(Prose.Select((character, i) => OfdFile.Text(character.ToString(), 30 + (i * 4), 30)));
        var stepped = $"<ofd:TextObject Boundary=\"30 40 100 6\" CTM=\"2 0 0 2 0 0\" Size=\"2\"><ofd:TextCode X=\"0\" Y=\"2\" DeltaX=\"2 g 3 2 2\">本年新收数</ofd:TextCode></ofd:TextObject>";

        Assert.Equal([Prose, "本年新收数"], await Reading.Texts(OfdFile.With(single + stepped)));
    }

    [Fact]
    public async Task What_a_template_and_a_drawing_used_again_show_is_on_the_page()
    {
        var parts = OfdFile.Parts([""], "<ofd:TemplatePage ID=\"5\" BaseLoc=\"Tpls/T.xml\"/><ofd:PublicRes>Res.xml</ofd:PublicRes>").Where(part => !part.Name.EndsWith("Content.xml", StringComparison.Ordinal)).ToList();
        var page = OfdFile.Page("<ofd:CompositeObject ResourceID=\"7\" Boundary=\"0 20 200 100\"/>", uses: "<ofd:Template TemplateID=\"5\"/>");
        var resources = $"<ofd:Res xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"7\"><ofd:Content>{OfdFile.Text("再用的图", 30, 40)}<ofd:CompositeObject ResourceID=\"7\" Boundary=\"0 5 1 1\"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>";

        var texts = await Reading.Texts(ZippedFile.With([.. parts, ("Doc_0/Pages/Page_0/Content.xml", page), ("Doc_0/Tpls/T.xml", OfdFile.Page(OfdFile.Text(Prose, 30, 30))), ("Doc_0/Res.xml", resources)]));

        Assert.Equal(Prose, texts[0]);
        Assert.Contains("再用的图", texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_onto_a_page_as_an_annotation_is_on_it()
    {
        const string Names = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
        var parts = OfdFile.Parts([OfdFile.Text(Prose, 30, 30)]).Select(part => part.Name == "Doc_0/Document.xml" ? (part.Name, part.Content.Replace("</ofd:Document>", "<ofd:Annotations>Annots/All.xml</ofd:Annotations></ofd:Document>", StringComparison.Ordinal)) : part);
        string Annotation(string attributes, string text) => $"<ofd:Annot ID=\"9\" {attributes}><ofd:Appearance Boundary=\"0 20 200 100\">{OfdFile.Text(text, 30, 40)}</ofd:Appearance></ofd:Annot>";

        var texts = await Reading.Texts(ZippedFile.With(
        [
            .. parts, ("Doc_0/Annots/All.xml", $"<ofd:Annotations {Names}><ofd:Page PageID=\"10\"><ofd:FileLoc>Page.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>"),
            ("Doc_0/Annots/Page.xml", $"<ofd:PageAnnot {Names}>{Annotation("Type=\"Path\"", "本年收费")}{Annotation("Type=\"Watermark\"", "内部资料")}{Annotation("Type=\"Path\" Visible=\"false\"", "旧")}</ofd:PageAnnot>"),
        ]));

        Assert.Equal([Prose, "本年收费"], texts);
    }

    [Fact]
    public async Task The_last_step_goes_on_and_what_indents_a_text_in_the_file_is_not_in_it()
    {
        string Code(int top, string steps, string text) => $"<ofd:TextObject Boundary=\"30 {top} 100 6\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"{steps}\">{text}</ofd:TextCode></ofd:TextObject>";

        Assert.Equal(["本年新收数", "上年结转数"], await Reading.Texts(OfdFile.With(Code(30, "4", "本年新收数") + Code(60, "4 4 4 4", "\n      上年结转数\n    "))));
    }

    [Fact]
    public async Task Characters_that_are_drawn_and_not_named_are_a_failure() =>
        Assert.Equal("failed.no-text", await Reading.Failure(OfdFile.With(OfdFile.Text(new string('¤', 40), 10, 30, step: 4))));

    [Fact]
    public async Task What_is_not_seen_is_not_read()
    {
        var hidden = OfdFile.Text("看不见", 30, 60).Replace("<ofd:TextObject", "<ofd:TextObject Visible=\"false\"", StringComparison.Ordinal) + OfdFile.Text("在页外", 300, 60);

        Assert.Equal([Prose], await Reading.Texts(OfdFile.With(OfdFile.Text(Prose, 30, 30) + hidden)));
    }

    [Fact]
    public async Task A_page_that_is_a_picture_gives_the_figures_that_it_shows_and_is_shown_itself()
    {
        var picture = await File.ReadAllBytesAsync(Path.Combine(RepositoryRoot.Path, "tests", "samples", "scans", "table.jpg"));
        var ofd = ZippedFile.With([.. Scan.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Content))), ("Doc_0/Res/scan.jpg", picture)]);

        var report = Assert.Single((await RecognisedSample.Extract(ofd, "scan.ofd")).Reports);

        var total = report.Cells.Single(cell => cell.Cell.ToString() == "applications.new.total");
        Assert.Equal(78, total.Value);
        var place = Assert.IsType<OcrLocator>(total.Source);
        Assert.InRange((place.Left + place.Right) / 2, 900, 990);
        var view = await DocumentViews.Show(ofd, new DocumentHints { FileName = "scan.ofd" }, place, 1, TestContext.Current.CancellationToken);
        Assert.Contains("data:image/jpeg", view.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_on_a_page_of_text_gives_what_the_text_does_not_say_and_is_shown_itself()
    {
        var parts = OfdFile.Parts([OfdFile.Text("三、收到和处理政府信息公开申请情况", 30, 30) + "<ofd:ImageObject ResourceID=\"8\" Boundary=\"30 40 150 212\"/>"], "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>");
        var picture = await File.ReadAllBytesAsync(Path.Combine(RepositoryRoot.Path, "tests", "samples", "scans", "table.jpg"));
        var ofd = ZippedFile.With([.. parts.Append(Scan[^1]).Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Content))), ("Doc_0/Res/scan.jpg", picture)]);

        var report = Assert.Single((await RecognisedSample.Extract(ofd, "page.ofd")).Reports);

        var total = report.Cells.Single(cell => cell.Cell.ToString() == "applications.new.total");
        Assert.Equal(78, total.Value);
        var place = Assert.IsType<OcrLocator>(total.Source);
        Assert.InRange((place.Left + place.Right) / 2, 900, 990);
        var (onPicture, onPage) = (await Show(place), await Show(new PdfLocator(1, 80, 80, 300, 90)));
        Assert.Contains("data:image/jpeg", onPicture, StringComparison.Ordinal);
        Assert.Contains("收到和处理", onPage, StringComparison.Ordinal);
        async Task<string> Show(Locator spot) => (await DocumentViews.Show(ofd, new DocumentHints { FileName = "page.ofd" }, spot, 1, TestContext.Current.CancellationToken)).Html!;
    }

    [Fact]
    public async Task A_scan_cut_into_tiles_is_read_as_one_picture_at_its_place_on_the_page_and_shown_whole()
    {
        var ofd = await File.ReadAllBytesAsync(Path.Combine(RepositoryRoot.Path, "tests", "samples", "scans", "tiles.ofd"));

        var report = Assert.Single((await RecognisedSample.Extract(ofd, "tiles.ofd")).Reports);

        Assert.Empty(RecognisedSample.Differences(report));
        // The cell at the right end of the first row of figures, at 88 % of the picture's width and 23 % of its height, in pixels of the page at 200 dots per inch.
        var place = Assert.IsType<OcrLocator>(report.Cells.Single(cell => cell.Cell.ToString() == "applications.new.total").Source);
        Assert.InRange((place.Left + place.Right) / 2, (30 + (150 * 0.84)) * 200 / 25.4, (30 + (150 * 0.92)) * 200 / 25.4);
        Assert.InRange((place.Top + place.Bottom) / 2, (40 + (212 * 0.22)) * 200 / 25.4, (40 + (212 * 0.25)) * 200 / 25.4);
        var hints = new DocumentHints { FileName = "tiles.ofd" };
        Assert.All(
            [await DocumentViews.Show(ofd, hints, place, 1, TestContext.Current.CancellationToken), await DocumentViews.ShowClose(ofd, hints, place, TestContext.Current.CancellationToken)],
            view => Assert.Contains("data:image/svg+xml;base64,", view.Html, StringComparison.Ordinal));
    }

    [Fact]
    public void Pictures_upon_each_other_on_a_page_without_text_are_one_scan_and_those_apart_on_a_page_of_text_are_several()
    {
        OfdPicture[] pictures = [new("scan", new PdfBox(50, 60, 545, 400)), new("below", new PdfBox(50, 400, 545, 780)), new("apart", new PdfBox(50, 790, 300, 840)), new("seal", new PdfBox(400, 700, 500, 800))];
        OfdPage page = new(new PdfPage(1, 595, 842, [], []), [.. pictures]);
        OfdPage written = page with { Page = page.Page with { Words = [new PdfWord(Prose, new PdfBox(100, 20, 300, 32))] }, Pictures = [.. pictures, new("other", new PdfBox(565, 0, 585, 842))] };

        Assert.Equal(["scan below apart seal"], OfdScan.Of(page).Select(Paths));
        Assert.Equal(["scan below seal"], OfdScan.Of(written).Select(Paths));
        string Paths(OfdScan scan) => string.Join(' ', scan.Pictures.Select(picture => picture.Path));
    }

    [Fact]
    public async Task A_page_whose_picture_is_missing_is_a_failure_that_says_so()
    {
        var reason = await Reading.Failure(ZippedFile.With([.. Scan]));

        Assert.Equal(OcrInstallation.Missing().Count == 0 ? "failed.malformed" : "failed.needs-ocr", reason);
    }

    private static (string Name, string Content)[] Scan =>
    [
        .. OfdFile.Parts(["<ofd:ImageObject ResourceID=\"8\" Boundary=\"0 0 210 297\"/>"], "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>"),
        ("Doc_0/Res.xml", "<Res BaseLoc=\"Res\"><MultiMedia ID=\"8\"><MediaFile>scan.jpg</MediaFile></MultiMedia></Res>"),
    ];

    [Fact]
    public async Task A_page_that_is_missing_is_said()
    {
        var parts = OfdFile.Parts([OfdFile.Text(Prose, 30, 30), ""]);

        Assert.Contains((await Reading.Document(ZippedFile.With(parts[..^1]))).Issues, issue => issue.Code == "ofd.page-missing");
        Assert.Equal("failed.malformed", await Reading.Failure(ZippedFile.With(parts[..1])));
        Assert.Equal("failed.malformed", await Reading.Failure(ZippedFile.With([.. parts[..^1].Select(part => part.Name.EndsWith("Content.xml", StringComparison.Ordinal) ? (part.Name, "<ofd:Page") : part)])));
    }

    [Fact]
    public async Task A_cut_off_file_and_one_that_draws_without_end_are_failures()
    {
        var whole = OfdFile.With(OfdFile.Text(Prose, 30, 30));
        var deep = string.Concat(Enumerable.Repeat("<ofd:PageBlock>", 300)) + string.Concat(Enumerable.Repeat("</ofd:PageBlock>", 300));

        Assert.Equal("failed.truncated", await Reading.Failure(whole[..^200]));
        Assert.Equal("failed.malformed", await Reading.Failure(OfdFile.With(deep)));
        Assert.Equal("failed.too-large", await Reading.Failure(OfdFile.With(string.Concat(Enumerable.Repeat("<ofd:X/>", 250_000)))));
    }

    private sealed class Near : IEqualityComparer<(int Page, double Left)>
    {
        public bool Equals((int Page, double Left) x, (int Page, double Left) y) => x.Page == y.Page && Math.Abs(x.Left - y.Left) < 8;

        public int GetHashCode((int Page, double Left) obj) => obj.Page;
    }
}
