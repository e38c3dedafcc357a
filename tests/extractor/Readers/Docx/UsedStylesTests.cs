using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Docx;

namespace Pipeline.Extractor.Tests.Readers.Docx;

/// <summary>Text that a style hides is not read, wherever and however the style is written.</summary>
public sealed class UsedStylesTests
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
        + "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
        + "<Override PartName=\"/word/old.xml\" ContentType=\"application/vnd.ms-word.stylesWithEffects+xml\"/></Types>";
    private const string Relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
        + "<Relationship Id=\"s2\" Type=\"http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects\" Target=\"old.xml\"/></Relationships>";

    private const string Hidden = "<w:style w:type=\"character\" w:styleId=\"hidden\"><w:rPr><w:vanish/></w:rPr></w:style>";

    [Theory]
    [InlineData(Transitional, Hidden, "hidden")]
    [InlineData(Strict, Hidden, "hidden")]
    [InlineData(Transitional, "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"any\"><w:rPr><w:vanish/></w:rPr></w:style>", "")]
    [InlineData(Transitional, Hidden + "<w:style w:type=\"character\" w:styleId=\"other\"/><w:style w:type=\"character\" w:styleId=\"based\"><w:basedOn w:val=\"hidden\"/></w:style>", "based")]
    [InlineData(Transitional, Hidden + "<w:style w:type=\"character\" w:styleId=\"based\"><w:basedOn w:val=\"hidden\"/></w:style><w:style w:type=\"character\" w:styleId=\"twice\"><w:basedOn w:val=\"based\"/></w:style>", "twice")]
    public async Task A_style_hides_what_has_it(string markup, string styles, string id)
    {
        var run = $"<w:r>{(id.Length > 0 ? $"<w:rPr><w:rStyle w:val=\"{id}\"/></w:rPr>" : "")}<w:t>107</w:t></w:r>";

        var document = await Read($"<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>23</w:t></w:r>{run}</w:p>", $"<w:styles xmlns:w=\"{markup}\">{styles}</w:styles>");

        Assert.Equal("23", ((TextBlock)Assert.Single(document.Blocks)).Text);
    }

    [Fact]
    public async Task A_part_that_nobody_reads_may_be_damaged()
    {
        var document = await Read(WordFile.Paragraph("23"), $"<w:styles xmlns:w=\"{Transitional}\"/>", old: "<w:styles");

        Assert.Equal("23", ((TextBlock)Assert.Single(document.Blocks)).Text);
    }

    [Theory]
    [InlineData("<w:style w:type=\"character\" w:styleId=\"hidden\">", "<w:rPr>", "</w:rPr>", "</w:style>", 5_000, "failed.malformed")]
    [InlineData("", "<w:style w:type=\"character\" w:styleId=\"hidden\"/>", "", "", 400_000, "failed.too-large")]
    public async Task Bounds_hold_for_styles(string before, string open, string close, string after, int count, string reason)
    {
        var styles = before + string.Concat(Enumerable.Repeat(open, count)) + string.Concat(Enumerable.Repeat(close, count)) + after;

        var refusal = await Assert.ThrowsAsync<UnreadableDocumentException>(
            () => Read("<w:p><w:r><w:rPr><w:rStyle w:val=\"hidden\"/></w:rPr><w:t>107</w:t></w:r></w:p>", $"<w:styles xmlns:w=\"{Transitional}\">{styles}</w:styles>"));

        Assert.Equal(reason, refusal.Reason);
    }

    private static Task<SourceDocument> Read(string body, string styles, string old = "<none/>") => new DocxReader().Read(
        WordFile.With(body, ("word/styles.xml", styles), ("word/old.xml", old), ("word/_rels/document.xml.rels", Relations), ("[Content_Types].xml", Types)), new DocumentHints(), default);
}
