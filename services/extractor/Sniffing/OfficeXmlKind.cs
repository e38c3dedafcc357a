namespace Pipeline.Extractor.Sniffing;

/// <summary>Knows the single XML files of Office 2003 by the name space of their root.</summary>
internal static class OfficeXmlKind
{
    public static string? Of(ReadOnlySpan<byte> head) =>
        head.IndexOf("schemas.microsoft.com/office/word/2003/wordml"u8) >= 0 && head.IndexOf("<?xml"u8) is >= 0 and < 4 ? MediaTypes.WordXml
        : head.IndexOf("urn:schemas-microsoft-com:office:spreadsheet"u8) >= 0 && head.IndexOf("<?xml"u8) is >= 0 and < 4 ? MediaTypes.ExcelXml
        : null;
}
