using System.Text;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Docx;
using static Pipeline.Extractor.Tests.Readers.Docx.WordFile;

namespace Pipeline.Extractor.Tests.Readers.Docx;

public sealed class DocxReaderTests
{
    [Theory]
    [InlineData("printed-forms/word-2019-full-width-digits")]
    [InlineData("printed-forms/word-slashes-for-zeros")]
    public async Task Grids_hold_the_printed_figures_in_the_order_of_the_form(string sample)
    {
        var document = await Read(SamplePaths.Bytes(sample + ".docx"));

        Assert.Empty(PrintedForm.Differences(document, SamplePaths.Of(sample + ".json")));
        Assert.Contains(document.Metadata, entry => entry.Name == "created");
    }

    [Fact]
    public async Task A_file_whose_parts_stand_in_one_XML_file_is_read_as_its_zipped_twin()
    {
        var zipped = SamplePaths.Bytes("printed-forms/word-slashes-for-zeros.docx");

        var flat = await Read(Flat(zipped));

        Assert.Equal((await Read(zipped)).Blocks.Select(block => block.Source), flat.Blocks.Select(block => block.Source));
        Assert.Empty(PrintedForm.Differences(flat, SamplePaths.Of("printed-forms/word-slashes-for-zeros.json")));
        Assert.Equal("failed.malformed", (await Assert.ThrowsAsync<UnreadableDocumentException>(() => Read(Flat(zipped)[..^40]))).Reason);
    }

    [Fact]
    public async Task A_web_page_that_Word_is_to_take_in_is_read_in_its_place()
    {
        const string Chunk = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"c\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk\" Target=\"PART\"/></Relationships>";
        const string Page = "<html><head><meta charset=\"utf-8\"></head><body><table><tr><td>自然人</td><td>12</td></tr></table></body></html>";
        byte[] File(string name, string content) => With(Paragraph("前") + "<w:altChunk r:id=\"c\"/>" + Paragraph("后"), ("word/_rels/document.xml.rels", Chunk.Replace("PART", name, StringComparison.Ordinal)), ($"word/{name}", content));

        var page = await Read(File("a.html", Page));
        var saved = await Read(File("a.mht", $"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n--x\nContent-Type: text/html; charset=\"utf-8\"\n\n{Page}\n--x--\n"));

        foreach (var (document, part) in new[] { (page, "word/a.html"), (saved, "word/a.mht") })
        {
            var grid = Assert.IsType<GridBlock>(document.Blocks[1]);
            Assert.Equal(["自然人", "12"], grid.Cells.Select(cell => cell.Text));
            Assert.Equal(part, Assert.IsType<EntryLocator>(grid.Cells[1].Source).Entry);
            Assert.Empty(document.Issues);
        }
        Assert.Contains((await Read(File("a.bin", "\0\u0001 nothing"))).Issues, issue => issue.Code == AppearanceReasons.Embedded);
    }

    [Fact]
    public async Task Merged_cells_are_one_cell_with_its_spans()
    {
        var document = await Read(With(Table(
            [Cell(Paragraph("结果"), "<w:vMerge w:val=\"restart\"/>"), Cell(Paragraph("总计"), "<w:gridSpan w:val=\"2\"/>")],
            [Cell("<w:p/>", "<w:vMerge/>"), Cell(Paragraph("1")), Cell(Paragraph("2"))])));

        var grid = Assert.IsType<GridBlock>(Assert.Single(document.Blocks));
        Assert.Equal((2, 3), (grid.RowCount, grid.ColumnCount));
        Assert.Equal(["0,0 2x1 结果", "0,1 1x2 总计", "1,1 1x1 1", "1,2 1x1 2"], grid.Cells.Select(cell => $"{cell.Row},{cell.Column} {cell.RowSpan}x{cell.ColumnSpan} {cell.Text}"));
        Assert.Equal(new DocxLocator(0, 1, 2), grid.Cells[^1].Source);
    }

    [Fact]
    public async Task A_nested_table_is_a_block_of_its_own_and_not_in_its_cell()
    {
        var inner = Table([Cell(Paragraph("7"))]);
        var document = await Read(With(Table([Cell(Paragraph("外")), Cell(inner + Paragraph("后"))])));

        Assert.Equal(["外 后", "7"], document.Blocks.Cast<GridBlock>().Select(grid => string.Join(' ', grid.Cells.Select(cell => cell.Text))));
        Assert.Equal([new DocxLocator(0), new DocxLocator(1)], document.Blocks.Select(block => block.Source));
    }

    [Fact]
    public async Task Insertions_are_read_and_deletions_are_not()
    {
        var document = await Read(With("<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins><w:r><w:t>15</w:t></w:r></w:ins><w:r><w:t>件</w:t></w:r></w:p>"));

        Assert.Equal("共15件", Text(document));
    }

    [Fact]
    public async Task Hidden_text_field_codes_and_pinyin_are_skipped()
    {
        const string field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        const string hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r>";
        const string ruby = "<w:r><w:ruby><w:rt><w:r><w:t>xiāng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>乡</w:t></w:r></w:rubyBase></w:ruby></w:r>";

        Assert.Equal("3乡", Text(await Read(With($"<w:p>{field}{hidden}{ruby}</w:p>"))));
    }

    [Fact]
    public async Task A_text_box_that_is_stored_twice_is_read_once()
    {
        var box = $"<w:txbxContent>{Paragraph("框内")}</w:txbxContent>";
        var drawing = $"<w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>";
        var run = $"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{drawing}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        var document = await Read(With($"<w:p><w:r><w:t>段落</w:t></w:r>{run}</w:p>"));

        Assert.Equal(["段落", "框内"], document.Blocks.Cast<TextBlock>().Select(block => block.Text));
    }

    [Fact]
    public async Task Soft_breaks_part_lines_and_tabs_part_segments()
    {
        var document = await Read(With("<w:p><w:r><w:t>规章</w:t><w:tab/><w:t>3</w:t><w:br/><w:t>下一行</w:t></w:r></w:p>"));

        var lines = document.Blocks.Cast<TextBlock>().ToList();
        Assert.Equal(["规章\t3", "下一行"], lines.Select(line => line.Text));
        Assert.Equal(["规章", "3"], lines[0].Segments.Select(segment => segment.Text));
    }

    [Fact]
    public async Task A_label_goes_on_over_paragraphs_of_its_cell_and_numbers_stay_two()
    {
        var document = await Read(With(Table([Cell(Paragraph("商业") + Paragraph("企业")), Cell(Paragraph("12") + Paragraph("3"))])));

        Assert.Equal(["商业企业", "12\n3"], ((GridBlock)document.Blocks[0]).Cells.Select(cell => cell.Text));
    }

    [Theory]
    [InlineData("", "failed.empty")]
    [InlineData("\u0089PNG\r\n", "failed.malformed")]
    [InlineData("PK\u0003\u0004 and then nothing", "failed.truncated")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1 old", "failed.unsupported")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "failed.encrypted")]
    public async Task What_is_no_word_file_is_refused_with_the_reason(string content, string reason) =>
        Assert.Equal(reason, await Refusal(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public async Task A_part_that_unpacks_without_measure_is_refused() =>
        Assert.Equal("failed.too-large", await Refusal(With(Paragraph(new string('0', 40_000_000)))));

    [Fact]
    public async Task Nesting_without_end_is_refused() =>
        Assert.Equal("failed.malformed", await Refusal(With(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 50_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 50_000)))));

    [Theory]
    [InlineData("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 50_000, "failed.malformed")]
    [InlineData("<w:p>", "</w:p>", 400_000, "failed.too-large")]
    public async Task Bounds_hold_for_a_document_under_any_name(string open, string close, int count, string reason)
    {
        var isNested = reason == "failed.malformed";
        var body = isNested
            ? string.Concat(Enumerable.Repeat(open, count)) + string.Concat(Enumerable.Repeat(close, count))
            : string.Concat(Enumerable.Repeat(open + close, count));

        Assert.Equal(reason, await Refusal(Renamed(With(body), "word/document.xml", "word/document.bin")));
    }

    [Fact]
    public async Task Reading_stops_when_nobody_waits_for_it()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DocxReader().Read(With(string.Concat(Enumerable.Repeat(Paragraph("1"), 2_000))), new DocumentHints(), stop.Token));
    }

    [Fact]
    public async Task A_part_that_is_cut_off_is_refused() =>
        Assert.Equal("failed.malformed", await Refusal(With("<w:p><w:r>")));

    [Fact]
    public async Task A_package_without_a_document_is_refused() =>
        Assert.Equal("failed.malformed", await Refusal(Without(With(""), "word/document.xml")));

    /// <summary>The file with a part under another name, which the package says to be what it was.</summary>
    private static byte[] Renamed(byte[] file, string part, string name)
    {
        using var source = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        using var stream = new MemoryStream();
        using (var target = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                using var writer = new StreamWriter(target.CreateEntry(entry.FullName == part ? name : entry.FullName).Open());
                writer.Write(entry.FullName == part
                    ? reader.ReadToEnd()
                    : reader.ReadToEnd().Replace(part, name, StringComparison.Ordinal)
                        .Replace("</Types>", $"<Override PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>", StringComparison.Ordinal));
            }
        }

        return stream.ToArray();
    }

    private static byte[] Without(byte[] file, string part)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
            archive.GetEntry(part)!.Delete();
        return stream.ToArray();
    }

    private static Task<SourceDocument> Read(byte[] file) => new DocxReader().Read(file, new DocumentHints(), default);

    private static string Text(SourceDocument document) => string.Join('\n', document.Blocks.Cast<TextBlock>().Select(block => block.Text));

    private static async Task<string> Refusal(byte[] file) => (await Assert.ThrowsAsync<UnreadableDocumentException>(() => Read(file))).Reason;
}
