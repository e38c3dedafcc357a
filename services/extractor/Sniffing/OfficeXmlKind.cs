namespace Pipeline.Extractor.Sniffing;

/// <summary>Knows the single XML files of office programs by their root: those of Word and Excel by name spaces, flat OpenDocument and the Chinese UOF by what they say to be.</summary>
internal static class OfficeXmlKind
{
    private static ReadOnlySpan<byte> Declaration => "<?xml"u8;

    public static string? Of(ReadOnlySpan<byte> head) => head.IndexOf(Declaration) is not (>= 0 and < 4) ? null
        : head.IndexOf("schemas.microsoft.com/office/word/2003/wordml"u8) >= 0 ? MediaTypes.WordXml
        : head.IndexOf("urn:schemas-microsoft-com:office:spreadsheet"u8) >= 0 ? MediaTypes.ExcelXml
        : head.IndexOf("schemas.microsoft.com/office/2006/xmlPackage"u8) >= 0 && head.IndexOf("Word.Document"u8) >= 0 ? MediaTypes.FlatWord
        : head.IndexOf("mimetype=\"application/vnd.oasis.opendocument.text\""u8) >= 0 ? MediaTypes.FlatOpenText
        : head.IndexOf("mimetype=\"application/vnd.oasis.opendocument.spreadsheet\""u8) >= 0 ? MediaTypes.FlatOpenSpreadsheet
        : head.IndexOf("mimetype=\"vnd.uof.text\""u8) >= 0 ? MediaTypes.UnifiedOfficeText
        : head.IndexOf("mimetype=\"vnd.uof.spreadsheet\""u8) >= 0 ? MediaTypes.UnifiedOfficeSpreadsheet
        : null;
}
