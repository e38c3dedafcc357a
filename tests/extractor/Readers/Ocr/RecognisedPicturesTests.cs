using System.Globalization;
using System.Text;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html;
using Pipeline.Extractor.Readers.OpenDocument;
using Pipeline.Extractor.Readers.Spreadsheets;
using Pipeline.Extractor.Tests.Readers.Docx;
using Pipeline.Extractor.Tests.Readers.OpenDocument;
using Pipeline.Extractor.Tests.Readers.Spreadsheets;
using Pipeline.Extractor.Viewing;
using Pipeline.Tests;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

/// <summary>Documents whose text is text and whose tables are the picture <c>tests/samples/scans/table.jpg</c>.</summary>
public sealed class RecognisedPicturesTests : IClassFixture<RecognisedOnce>
{
    private const string Title = "平川市水务局2022年政府信息公开工作年度报告";

    private static readonly byte[] Picture = File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "tests", "samples", "scans", "table.jpg"));

    private static string Carried => "data:image/jpeg;base64," + Convert.ToBase64String(Picture);

    public static TheoryData<string, string> Documents() => new()
    {
        { "page", "picture 2" },
        { "word", "word/media/image1.jpeg" },
        { "open text", "Pictures/1.jpg" },
        { "open sheet", "Pictures/1.jpg" },
        { "workbook", "xl/media/image1.jpeg" },
        { "saved page", "https://www.example.gov.cn/art/images/1.jpg" },
        { "mail", "part 2 (image/jpeg)" },
        { "archive", "年报/图/表.jpg" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Tables_that_are_pictures_are_recognised_where_they_stand(string kind, string name)
    {
        var bytes = kind switch
        {
            "page" => Encoding.UTF8.GetBytes(Page($"<div><div><img src='{Carried}'></div></div>")),
            "word" => Word(),
            "open text" => OpenText($"<text:p>{Frame(17)}</text:p>"),
            "open sheet" => OpenSheet(),
            "workbook" => Workbook(Anchored("oneCell", "<xdr:ext cx=\"5270500\" cy=\"7400000\"/>")),
            "saved page" => Saved("https://www.example.gov.cn/art/1.html", "Content-Location: https://www.example.gov.cn/art/images/1.jpg", Page("<p><img data-src='images/1.jpg' src='loading.gif'></p>")),
            "mail" => Saved("", "Content-ID: <table@example>", Page("<div><img src='cid:table@example'></div>")),
            _ => ZippedFile.With([("年报/index.html", Encoding.UTF8.GetBytes(Page("<table><tr><td><img src='%E5%9B%BE/表.jpg' width='800'></td></tr></table>"))), ("年报/图/表.jpg", Picture)]),
        };

        var report = Assert.Single((await RecognisedSample.Extract(bytes, "document")).Reports);

        Assert.Equal(("平川市水务局", 2022), (report.Authority, report.Year));
        Assert.Contains("本年度公开情况如下", report.Sections["overview"]);
        Assert.Empty(RecognisedSample.Differences(report));
        var places = report.Cells.Where(cell => cell.Value is not null).Select(cell => Assert.IsType<EntryLocator>(cell.Source)).ToList();
        Assert.All(places, place => Assert.True(place.Entry == name && place.Inner is OcrLocator { Page: 1 }, place.ToString()));
        var shown = await DocumentViews.Show(bytes, new DocumentHints(), places[0], 1, TestContext.Current.CancellationToken);
        Assert.Contains("id=\"spot\"", shown.Html, StringComparison.Ordinal);
        Assert.Contains("data:image/jpeg;base64," + Convert.ToBase64String(Picture)[..60], shown.Html, StringComparison.Ordinal);
        var close = await DocumentViews.ShowClose(bytes, new DocumentHints(), places[0], TestContext.Current.CancellationToken);
        Assert.Contains("data:image/jpeg;base64,", close.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p><img width='120' src='{0}'></p>")]
    [InlineData("<div class='footer'><p><img src='{0}'></p></div>")]
    [InlineData("<p><a href='/'><img src='{0}'></a></p>")]
    [InlineData("<p style='display:none'><img src='{0}'></p>")]
    [InlineData("<p><img src='data:image/png;base64,iVBORw0KGgo='></p>")]
    [InlineData("<p><img src='data:image/svg+xml,<svg/>' width='800'></p>")]
    [InlineData("<p><img src='data:image/jpeg;base64,%%%' width='800'></p>")]
    public async Task Emblems_and_what_nobody_sees_are_no_pictures_of_tables(string markup) =>
        Assert.Empty((await Read(markup.Replace("{0}", Carried, StringComparison.Ordinal))).Pictures);

    [Fact]
    public async Task A_picture_keeps_its_place_among_the_blocks()
    {
        var document = await Read($"<p>一</p><p>二<br><img src='{Carried}'><br>三</p><table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td><img src='{Carried}'></td></tr></table><p>四</p>");

        Assert.Equal(["二", "1"], document.Pictures.Select(picture => document.Blocks[picture.Before - 1] is TextBlock text ? text.Text : ((GridBlock)document.Blocks[picture.Before - 1]).Cells[1].Text));
    }

    [Fact]
    public async Task In_an_OpenDocument_text_so_does_a_wide_picture_of_a_paragraph_a_cell_a_text_box_or_a_page()
    {
        var text = OpenText(
            $"<text:p>甲{Frame(17)}</text:p>{Frame(17)}<text:p>乙{Frame(4)}</text:p><table:table><table:table-row><table:table-cell><text:p>丙{Frame(9)}</text:p></table:table-cell></table:table-row></table:table>"
            + $"<text:p>丁<draw:frame svg:width=\"17cm\"><draw:text-box><text:p>戊{Frame(17)}</text:p></draw:text-box></draw:frame></text:p>");

        var document = await new OdtReader().Read(text, new DocumentHints(), TestContext.Current.CancellationToken);

        Assert.Equal(["甲", "甲", "丙", "戊"], document.Pictures.Select(picture => document.Blocks[picture.Before - 1] is TextBlock line ? line.Text : ((GridBlock)document.Blocks[picture.Before - 1]).Cells[0].Text));
    }

    [Theory]
    [InlineData(1, "oneCell", "<xdr:ext cx=\"5270500\" cy=\"7400000\"/>")]
    [InlineData(1, "absolute", "<xdr:ext cx=\"5270500\" cy=\"7400000\"/>")]
    [InlineData(1, "twoCell", "<xdr:to><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>40</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>")]
    [InlineData(0, "twoCell", "<xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>40</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>")]
    [InlineData(0, "twoCell", "<xdr:to><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>")]
    [InlineData(0, "oneCell", "<xdr:ext cx=\"1270500\" cy=\"1400000\"/>")]
    [InlineData(0, "oneCell", "<xdr:ext cx=\"5270500\" cy=\"7400000\"/>", "hidden=\"1\"")]
    public async Task Of_a_workbook_so_does_what_is_wide_and_shown(int pictures, string anchor, string size, string state = "")
    {
        var document = await new XlsxReader().Read(Workbook(Anchored(anchor, size, state)), new DocumentHints(), TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Repeat(document.Blocks.Length, pictures), document.Pictures.Select(picture => picture.Before));
    }

    [Fact]
    public async Task A_damaged_picture_leaves_the_document_what_it_is()
    {
        var result = await RecognisedSample.Extract(Encoding.UTF8.GetBytes(Page($"<p><img src='data:image/jpeg;base64,{Convert.ToBase64String(Picture[..9000])}'></p>")), "page.html");

        Assert.Equal((ExtractionOutcome.NotAReport, NonReportReasons.NoTables), (result.Outcome, result.Reason));
    }

    private static Task<SourceDocument> Read(string content) => new HtmlReader().Read(Encoding.UTF8.GetBytes(Page(content)), new DocumentHints(), TestContext.Current.CancellationToken);

    private static string Page(string content) =>
        $"<!DOCTYPE html><meta charset=utf-8><title>{Title}</title><img src='logo.png' width='90'><h1>{Title}</h1><p>一、总体情况</p><p>本年度公开情况如下，请予监督。</p>{content}<p>六、其他需要报告的事项</p><p>无。</p>";

    private static byte[] Word()
    {
        const string Drawing = "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><wp:extent cx=\"5270500\" cy=\"7400000\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
            + "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:blipFill><a:blip r:embed=\"rId9\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
        var text = WordFile.With(
            WordFile.Paragraph(Title) + WordFile.Paragraph("一、总体情况") + WordFile.Paragraph("本年度公开情况如下，请予监督。") + Drawing,
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/image1.jpeg\"/></Relationships>"));
        return ZippedFile.And(text, "word/media/image1.jpeg", Picture);
    }

    private static byte[] OpenText(string picture) =>
        ZippedFile.And(OpenFile.TextFile(OpenFile.P(Title) + OpenFile.P("一、总体情况") + OpenFile.P("本年度公开情况如下，请予监督。") + picture + OpenFile.P("六、其他需要报告的事项")), "Pictures/1.jpg", Picture);

    private static byte[] OpenSheet()
    {
        var rows = string.Concat(new[] { Title, "一、总体情况", "本年度公开情况如下，请予监督。" }.Select(text => $"<table:table-row>{OpenFile.Cell(text)}</table:table-row>"));
        return ZippedFile.And(OpenFile.Sheets($"<table:table table:name=\"表\"><table:shapes>{Frame(17)}</table:shapes>{rows}</table:table>"), "Pictures/1.jpg", Picture);
    }

    // The rows 4 and 5, before which the picture begins, are hidden.
    private static string Anchored(string kind, string size, string state = "") =>
        $"<xdr:{kind}Anchor>{(kind == "absolute" ? "<xdr:pos x=\"0\" y=\"0\"/>" : "<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>")}{size}"
        + $"<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"2\" name=\"1\" {state}/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed=\"r1\"/></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/></xdr:{kind}Anchor>";

    private static byte[] Workbook(string anchor)
    {
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        string Related(string type, string target) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/{type}\" Target=\"{target}\"/></Relationships>";
        var rows = string.Concat(new[] { Title, "一、总体情况", "本年度公开情况如下，请予监督。" }.Select((text, i) => $"<row r=\"{i + 1}\">{WorkbookFile.TextCell($"A{i + 1}", text)}</row>"));
        (string, byte[])[] parts =
        [
            ("xl/worksheets/_rels/sheet1.xml.rels", Encoding.UTF8.GetBytes(Related("drawing", "../drawings/drawing1.xml"))),
            ("xl/drawings/_rels/drawing1.xml.rels", Encoding.UTF8.GetBytes(Related("image", "../media/image1.jpeg"))),
            ("xl/drawings/drawing1.xml", Encoding.UTF8.GetBytes($"<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"{Relations}\">{anchor}</xdr:wsDr>")),
            ("xl/media/image1.jpeg", Picture),
        ];
        var book = WorkbookFile.With($"<sheetData>{rows}<row r=\"4\" hidden=\"1\"/><row r=\"5\" hidden=\"1\"/></sheetData><drawing r:id=\"r1\"/>");
        return parts.Aggregate(book, (file, part) => ZippedFile.And(file, part.Item1, part.Item2));
    }

    private static string Frame(double width) => string.Create(CultureInfo.InvariantCulture, $"<draw:frame svg:width=\"{width}cm\" svg:height=\"20cm\"><draw:image xlink:href=\"Pictures/1.jpg\"/></draw:frame>");

    private static byte[] Saved(string address, string picture, string page) => Encoding.ASCII.GetBytes(
        "From: <Saved by Blink>\r\nSubject: report\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"xx\"\r\n\r\n"
        + $"--xx\r\nContent-Type: text/html; charset=utf-8\r\n{(address.Length > 0 ? $"Content-Location: {address}\r\n" : "")}Content-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(page), Base64FormattingOptions.InsertLineBreaks)}\r\n"
        + $"--xx\r\nContent-Type: image/jpeg\r\n{picture}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Picture, Base64FormattingOptions.InsertLineBreaks)}\r\n--xx--\r\n");
}
