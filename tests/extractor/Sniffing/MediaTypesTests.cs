using System.Text;
using Pipeline.Extractor.Tests.Readers;
using Pipeline.Extractor.Tests.Readers.Office;

namespace Pipeline.Extractor.Tests.Sniffing;

public sealed class MediaTypesTests
{
    [Theory]
    [InlineData("WordDocument", MediaTypes.OldWord)]
    [InlineData("Workbook", MediaTypes.OldExcel)]
    [InlineData("Book", MediaTypes.OldExcel)]
    [InlineData("MatOST", MediaTypes.Works)]
    [InlineData("PowerPoint Document", "application/vnd.ms-powerpoint")]
    [InlineData("__properties_version1.0", "application/vnd.ms-outlook")]
    [InlineData("EncryptedPackage", MediaTypes.EncryptedOffice)]
    public void Old_Office_files_are_told_apart_by_their_streams(string stream, string mediaType) =>
        Assert.Equal((mediaType, "magic"), MediaTypes.Decide(CompoundDocument.With(stream), new DocumentHints { FileName = "a.doc", ContentType = "text/html" }));

    [Fact]
    public void A_stray_zero_in_a_text_leaves_it_a_text_and_a_program_is_none()
    {
        var text = string.Concat(Enumerable.Repeat("一、本年新收政府信息公开申请数量\t3\t0\t0\t3\n", 10));

        Assert.Equal(MediaTypes.Text, MediaTypes.Decide(Encoding.UTF8.GetBytes(text.Insert(20, "\0")), new DocumentHints()).MediaType);
        Assert.Equal("application/octet-stream", MediaTypes.Decide(Encoding.UTF8.GetBytes(text.Replace("0", "\0\u0001\u0002", StringComparison.Ordinal)), new DocumentHints()).MediaType);
    }

    [Theory]
    [InlineData("<div>\n\n# 年报\n\n</div>\n\n| 信息内容 | 本年制发件数 |\n|----------|------|\n| 规章 | 0 |\n", MediaTypes.Text)]
    [InlineData("<div>\n<h1>年报</h1>\n</div>", MediaTypes.Html)]
    [InlineData("<html><body><pre>\n| 信息内容 | 本年制发件数 |\n|----------|------|\n", MediaTypes.Html)]
    public void Markdown_that_keeps_blocks_of_a_page_as_tags_is_a_text(string text, string mediaType) =>
        Assert.Equal(mediaType, MediaTypes.Decide(Encoding.UTF8.GetBytes(text), new DocumentHints { FileName = "dump.txt" }).MediaType);

    [Theory]
    [InlineData("word/document.xml", MediaTypes.Docx)]
    [InlineData("xl/workbook.xml", MediaTypes.Xlsx)]
    [InlineData("xl/workbook.bin", MediaTypes.Xlsb)]
    [InlineData("OFD.xml", MediaTypes.Ofd)]
    [InlineData("年报/word.docx", MediaTypes.Zip)]
    public void Zipped_documents_are_told_apart_by_their_parts_also_when_cut_off(string part, string mediaType)
    {
        var bytes = ZippedFile.With((part, "content of the part"), ("other", "x"));

        Assert.Equal(mediaType, MediaTypes.Decide(bytes, new DocumentHints()).MediaType);
        Assert.Equal(mediaType, MediaTypes.Decide(bytes.AsSpan()[..^60], new DocumentHints()).MediaType);
    }

    [Fact]
    public void An_archive_that_holds_a_Word_file_is_an_archive() =>
        Assert.Equal(MediaTypes.Zip, MediaTypes.Decide(ZippedFile.With([("a.docx", ZippedFile.With(("word/document.xml", "x")))]), new DocumentHints()).MediaType);

    [Theory]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n<html></html>", MediaTypes.Mail)]
    [InlineData("Received: from a\r\n\tby b\r\nFrom: a@b.cn\r\nSubject: x\r\n\r\n", MediaTypes.Mail)]
    [InlineData("Date: 2024\n\n二〇二三年年报", MediaTypes.Text)]
    [InlineData("年报\nFrom: a\nSubject: b\n\n", MediaTypes.Text)]
    [InlineData("{\\rtf1\\ansi x}", MediaTypes.Rtf)]
    [InlineData("Rar!\u001a\u0007", MediaTypes.Rar)]
    [InlineData("<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">", MediaTypes.WordXml)]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", MediaTypes.ExcelXml)]
    [InlineData("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">", MediaTypes.FlatWord)]
    [InlineData("<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">", MediaTypes.FlatOpenText)]
    [InlineData("<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">", MediaTypes.FlatOpenSpreadsheet)]
    [InlineData("<?xml version=\"1.0\"?><uof:UOF uof:mimetype=\"vnd.uof.text\">", MediaTypes.UnifiedOfficeText)]
    [InlineData("<?xml version=\"1.0\"?><uof:UOF uof:mimetype=\"vnd.uof.spreadsheet\">", MediaTypes.UnifiedOfficeSpreadsheet)]
    public void What_begins_as_a_format_is_of_it(string text, string mediaType) =>
        Assert.Equal(mediaType, MediaTypes.Decide(Encoding.UTF8.GetBytes(text), new DocumentHints()).MediaType);
}
