namespace Pipeline.Extractor.Tests.Readers.Spreadsheets;

/// <summary>Writes the smallest workbook around sheets, so that a test shows the very markup that it is about.</summary>
internal static class WorkbookFile
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Style 1 has a border; style 2 onwards the number formats that are given.</summary>
    /// <param name="sheets">State (empty for shown) and content of the worksheet element.</param>
    public static byte[] With(string[] formats, params (string State, string Content)[] sheets) => ZippedFile.With(
    [
        ("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/><Override PartName=\"/xl/drawings/drawing1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawing+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{Each(sheets, i => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")}</Types>"),
        ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook {Main}><sheets>{Each(sheets, i => $"<sheet name=\"表{i}\" sheetId=\"{i}\" r:id=\"r{i}\"{(sheets[i - 1].State.Length > 0 ? $" state=\"{sheets[i - 1].State}\"" : "")}/>")}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>{Each(sheets, i => $"<Relationship Id=\"r{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")}</Relationships>"),
        ("xl/styles.xml", $"<styleSheet {Main}><numFmts count=\"{formats.Length}\">{string.Concat(formats.Select((format, i) => $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\"/>"))}</numFmts><fonts count=\"2\"><font/><font><strike/></font></fonts><borders count=\"2\"><border/><border><left style=\"thin\"/></border></borders><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"0\" borderId=\"1\"/>{string.Concat(formats.Select((_, i) => $"<xf numFmtId=\"{200 + i}\"/>"))}<xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>"),
        .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet {Main}>{sheet.Content}</worksheet>")),
    ]);

    public static byte[] With(string content) => With([], ("", content));

    public static string TextCell(string place, string text, int style = 0) => $"<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static string Number(string place, string value, int style = 0) => $"<c r=\"{place}\" s=\"{style}\"><v>{value}</v></c>";

    private static string Each<T>(T[] items, Func<int, string> part) => string.Concat(Enumerable.Range(1, items.Length).Select(part));
}
