using System.Text;

namespace Pipeline.Extractor.Tests.Readers.OpenDocument;

/// <summary>Writes the smallest OpenDocument file around a body.</summary>
internal static class OpenFile
{
    private const string Namespaces =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" " +
        "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" " +
        "xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    private const string Styles =
        "<office:automatic-styles><style:style style:name=\"hidden\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style><style:style style:name=\"struck\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>" +
        "<style:style style:name=\"away\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style><style:style style:name=\"one\" style:family=\"table-cell\" style:data-style-name=\"N1\"/><number:number-style style:name=\"N1\"><number:number number:decimal-places=\"1\"/></number:number-style><style:style style:name=\"general\" style:family=\"table-cell\" style:data-style-name=\"N0\"/><style:style style:name=\"framed\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"0.5pt solid #000\"/></style:style></office:automatic-styles>";

    public static byte[] TextFile(string body) => With("application/vnd.oasis.opendocument.text", $"<office:text>{body}</office:text>");

    public static byte[] Sheets(string tables, string settings = "<settings/>") => With("application/vnd.oasis.opendocument.spreadsheet", $"<office:spreadsheet>{tables}</office:spreadsheet>", settings);

    /// <summary>The text file as one XML file.</summary>
    public static byte[] FlatTextFile(string body) =>
        Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document {Namespaces} office:version=\"1.3\" office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>{body}</office:text></office:body></office:document>");

    public static string P(string text) => $"<text:p>{text}</text:p>";

    public static string Cell(string text, string attributes = "") => $"<table:table-cell {attributes}>{(text.Length > 0 ? P(text) : "")}</table:table-cell>";

    private static byte[] With(string type, string body, string settings = "<settings/>") => ZippedFile.With(("mimetype", type), ("settings.xml", settings), ("content.xml", $"<office:document-content {Namespaces}>{Styles}<office:body>{body}</office:body></office:document-content>"));
}
