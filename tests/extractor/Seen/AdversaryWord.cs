using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Tests.Readers.Docx;

namespace Pipeline.Extractor.Tests.Seen;

/// <summary>A Word file of the form of 2021 with a trick played on any one of its cells. All numbers are zero but those of twelve applications.</summary>
internal static class AdversaryWord
{
    private static readonly OfficialForm Form = FormCatalog.Current.Form("2021");

    /// <summary>Run properties that hide a run.</summary>
    private static readonly string[] Hiding =
    [
        "<w:vanish/>", "<w:specVanish/><w:vanish/>", "<w:strike/>", "<w:dstrike/>", "<w:color w:val=\"FFFFFF\"/>", "<w:color w:val=\"FEFEFE\"/>", "<w:color w:val=\"FFFFFF\" w:themeColor=\"background1\"/>",
        "<w:sz w:val=\"1\"/>", "<w:sz w:val=\"2\"/>", "<w:color w:val=\"000000\"/><w:highlight w:val=\"black\"/>", "<w:color w:val=\"FF0000\"/><w:shd w:val=\"clear\" w:fill=\"FF0000\"/>", "<w:color w:val=\"000000\"/><w:shd w:val=\"solid\" w:color=\"000000\"/>",
        "<w:rStyle w:val=\"gone\"/>", "<w:rStyle w:val=\"white\"/>", "<w:rStyle w:val=\"struck\"/>", "<w:rStyle w:val=\"based\"/>", "<w:color w:themeColor=\"light1\"/>", "<w:color w:val=\"000000\" w:themeColor=\"text1\" w:themeTint=\"00\"/>", "<w:color w:val=\"000000\"/><w:shd w:val=\"pct95\" w:color=\"000000\" w:fill=\"FFFFFF\"/>", "<w:color w:val=\"auto\"/><w:vanish w:val=\"true\"/>",
    ];

    private static readonly string[] Raising =
        ["<w:vertAlign w:val=\"superscript\"/>", "<w:vertAlign w:val=\"subscript\"/>", "<w:position w:val=\"8\"/>", "<w:position w:val=\"-6\"/>", "<w:rStyle w:val=\"raised\"/>", "<w:position w:val=\"6\"/><w:sz w:val=\"12\"/>"];

    /// <summary>Run properties that may hide, cover or move a run.</summary>
    private static readonly string[] Unfollowed =
    [
        "<w:w w:val=\"1\"/>", "<w:spacing w:val=\"-200\"/>", "<w:fitText w:val=\"1\"/>", "<w:eastAsianLayout w:combine=\"1\"/>", "<w:eastAsianLayout w:vert=\"1\" w:vertCompress=\"1\"/>", "<w:bdr w:val=\"single\" w:sz=\"240\" w:color=\"FFFFFF\"/>", "<w:cs/><w:szCs w:val=\"2\"/>", "<w:rtl/>",
        "<w:color w:val=\"000000\"/><w:shd w:val=\"clear\" w:themeFill=\"text1\" w:fill=\"auto\"/>", "<w:shd w:val=\"horzStripe\" w:color=\"000000\" w:fill=\"000000\"/>", "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>", "<w:rFonts w:hint=\"eastAsia\" w:eastAsia=\"Wingdings\"/>", "<w:webHidden/>",
        "<w14:textFill xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w14:noFill/></w14:textFill>", "<w14:textOutline xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" w14:w=\"99999\"><w14:solidFill><w14:srgbClr w14:val=\"FFFFFF\"/></w14:solidFill></w14:textOutline>",
        "<w14:glow xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" w14:rad=\"999999\"><w14:srgbClr w14:val=\"FFFFFF\"/></w14:glow>",
    ];

    /// <summary>Changes that are tracked, and other ways that a run is not in the final text.</summary>
    private static readonly string[] Gone =
        ["<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>{0}</w:delText></w:r></w:del>", "<w:moveFrom w:id=\"1\" w:author=\"a\"><w:r><w:t>{0}</w:t></w:r></w:moveFrom>"];

    /// <summary>What stands between two numbers of a cell.</summary>
    public static readonly IReadOnlyList<string> Between =
    [
        "<w:r><w:br/></w:r>", "<w:r><w:cr/></w:r>", "</w:p><w:p>", "</w:p><w:p/><w:p>", "<w:r><w:tab/></w:r>", "<w:r><w:t xml:space=\"preserve\">    </w:t></w:r>", "<w:r><w:t>\u3000</w:t></w:r>", "<w:r><w:t>、</w:t></w:r>", "<w:r><w:t>,</w:t><w:br/></w:r>",
    ];

    private const string Styles = """
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:style w:type="character" w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="white"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="struck"><w:rPr><w:dstrike/></w:rPr></w:style><w:style w:type="character" w:styleId="based"><w:basedOn w:val="struck"/></w:style>
        <w:style w:type="character" w:styleId="raised"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>
        """;

    private const string Relationships =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";

    private const string Types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>";

    public static (string Trick, byte[] Document, decimal Seen) Of(Random dice, int cell)
    {
        var own = Own(Form.Cells[cell]);
        var digits = dice.Next(1, 99).ToString(CultureInfo.InvariantCulture);
        var (name, content) = dice.Next(5) switch
        {
            0 when Raising[dice.Next(Raising.Length)] is var raised => ("raised: " + raised, Run(own) + Run(digits[..1], raised)),
            1 when Gone[dice.Next(Gone.Length)] is var gone => ("gone: " + gone[3..11], Beside(dice, own, string.Format(CultureInfo.InvariantCulture, gone, digits))),
            _ when Hiding[dice.Next(Hiding.Length)] is var hidden => ("hidden: " + hidden, Beside(dice, own, Run(digits, hidden))),
            _ => throw new InvalidOperationException(),
        };
        return (name, Report(cell, content), decimal.Parse(own, CultureInfo.InvariantCulture));
    }

    /// <summary>A run of figures beside the cell's own with properties of which the reader does not know what they do; most hide it.</summary>
    public static (string Trick, byte[] Document, decimal Seen) OfUnfollowed(Random dice, int cell)
    {
        var own = Own(Form.Cells[cell]);
        var properties = Unfollowed[dice.Next(Unfollowed.Length)];
        return ("unfollowed: " + properties, Report(cell, Beside(dice, own, Run(dice.Next(1, 99).ToString(CultureInfo.InvariantCulture), properties))), decimal.Parse(own, CultureInfo.InvariantCulture));
    }

    /// <summary>Two numbers in the cell.</summary>
    public static byte[] OfTwo(int cell, string between) => Report(cell, Run("23") + between + Run("107"));

    /// <summary>The file without a trick.</summary>
    public static byte[] Plain() => Report(0, Run("0"));

    private static string Beside(Random dice, string own, string part) => dice.Next(own.Length > 1 ? 3 : 2) switch { 0 => Run(own) + part, 1 => part + Run(own), _ => Run(own[..1]) + part + Run(own[1..]) };

    private static string Own(FormCell cell) => cell.Row.Id is "new" or "granted" or "handled_total" && cell.Column.Id is "natural_person" or "total" && cell.Table.Id == "applications" ? "12" : "0";

    private static string Run(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>";

    private static byte[] Report(int tricked, string content)
    {
        string Value(FormCell cell) => WordFile.Cell($"<w:p>{(cell.Index == tricked ? content : Run(Own(cell)))}</w:p>");
        string Label(string text) => WordFile.Cell(WordFile.Paragraph(text));
        string Heading(int section) => WordFile.Paragraph($"{Form.Sections[section].Number}、{Form.Sections[section].Title}");
        var (disclosure, applications, remedies) = (Form.Tables[0], Form.Tables[1], Form.Tables[2]);
        var ofDisclosure = disclosure.Rows.GroupBy(row => (row.Group[0], string.Join(',', row.Columns))).SelectMany(group => new string[][]
        {
            [Label(group.Key.Item1)],
            [Label(disclosure.Heads[0].Label), .. disclosure.Columns.Where(column => group.First().Columns.Contains(column.Id)).Select(column => Label(column.Label))],
        }.Concat(group.Select(row => (string[])[Label(row.Label), .. Form.Cells.Where(cell => cell.Row == row).Select(Value)])));
        return WordFile.With(
            string.Concat(
                WordFile.Paragraph("青岚县教育局2023年政府信息公开工作年度报告"), Heading(0), WordFile.Paragraph("2023年，我局主动公开信息，按时答复申请。"), Heading(1), WordFile.Table([.. ofDisclosure]), Heading(2),
                WordFile.Table([[Label("申请人情况"), .. applications.Columns.Select(column => Label(column.Label))], .. applications.Rows.Select(row => (string[])[Label(row.Label), .. Form.Cells.Where(cell => cell.Row == row).Select(Value)])]), Heading(3),
                string.Concat(remedies.Rows.Select(row => WordFile.Table([Label(row.Label)], [.. remedies.Columns.Select(column => Label(column.Label))], [.. Form.Cells.Where(cell => cell.Row == row).Select(Value)]) + WordFile.Paragraph(""))),
                Heading(4), WordFile.Paragraph("解读形式较为单一。"), Heading(5), WordFile.Paragraph("本年度未收取信息处理费。")),
            ("word/styles.xml", Styles), ("word/_rels/document.xml.rels", Relationships), ("[Content_Types].xml", Types));
    }
}
