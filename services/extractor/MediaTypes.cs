using System.Text;
using Pipeline.Extractor.Sniffing;

namespace Pipeline.Extractor;

/// <summary>Decides what bytes are: by their own marks first, then by header, then by name. Sites label PDFs as octets and pages as PDFs.</summary>
internal static class MediaTypes
{
    public const string Html = "text/html";
    public const string Pdf = "application/pdf";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Xlsb = "application/vnd.ms-excel.sheet.binary.macroenabled.12";
    public const string OpenText = "application/vnd.oasis.opendocument.text";
    public const string OpenSpreadsheet = "application/vnd.oasis.opendocument.spreadsheet";
    public const string Ofd = "application/ofd";
    public const string OldWord = "application/msword";
    public const string OldExcel = "application/vnd.ms-excel";
    public const string Works = "application/vnd.ms-works";
    public const string Rtf = "application/rtf";
    public const string WordXml = "application/vnd.ms-wordml";
    public const string ExcelXml = "application/vnd.ms-spreadsheetml";
    public const string FlatOpenText = "application/vnd.oasis.opendocument.text-flat-xml";
    public const string FlatOpenSpreadsheet = "application/vnd.oasis.opendocument.spreadsheet-flat-xml";
    public const string UnifiedOfficeText = "application/vnd.uof.text";
    public const string UnifiedOfficeSpreadsheet = "application/vnd.uof.spreadsheet";
    public const string FlatWord = "application/x-word-flat-opc";
    public const string EncryptedOffice = "application/x-ole-encrypted-package";
    public const string Mail = "message/rfc822";
    public const string Json = "application/json";
    public const string Xml = "application/xml";
    public const string Zip = "application/zip";
    public const string Rar = "application/vnd.rar";
    public const string SevenZip = "application/x-7z-compressed";
    public const string Tar = "application/x-tar";
    public const string Gzip = "application/gzip";
    public const string Bzip2 = "application/x-bzip2";
    public const string Xz = "application/x-xz";
    public const string Text = "text/plain";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";

    // A PDF may begin with a line of junk; a page may begin with comments.
    private const int Prefix = 2048;

    // The root of a flat OpenDocument names thirty name spaces before it says what it is.
    private const int RootPrefix = 8192;

    // One control character among so many of a text.
    private const int MostControls = 100;

    /// <returns>The media type and what decided it: magic, content, header or name.</returns>
    public static (string MediaType, string Basis) Decide(ReadOnlySpan<byte> bytes, DocumentHints hints)
    {
        var head = bytes[..Math.Min(Prefix, bytes.Length)];
        if (Magic(head, bytes) is { } magic)
            return (magic, "magic");
        if (MailKind.IsMail(head))
            return (Mail, "content");
        if (OfficeXmlKind.Of(bytes[..Math.Min(RootPrefix, bytes.Length)]) is { } office)
            return (office, "content");
        if (JsonKind.HoldsPage(head, bytes, hints.ContentType))
            return (Json, "content");
        if (XmlKind.HoldsPage(head, bytes, hints.ContentType))
            return (Xml, "content");
        if (LooksLikeHtml(head, bytes))
            return (Html, "content");
        if (hints.ContentType?.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } header && header.StartsWith("text/", StringComparison.Ordinal))
            return (header, "header");
        if (Path.GetExtension(hints.FileName ?? hints.Url?.AbsolutePath ?? string.Empty).ToLowerInvariant() is ".htm" or ".html" or ".shtml")
            return (Html, "name");
        return IsText(head) || HasUtf16Mark(head) ? (Text, "content") : ("application/octet-stream", "content");
    }

    private static string? Magic(ReadOnlySpan<byte> head, ReadOnlySpan<byte> bytes) => head switch
    {
        _ when head[..Math.Min(1024, head.Length)].IndexOf("%PDF-"u8) >= 0 => Pdf,
        _ when head.StartsWith("PK\u0003\u0004"u8) => ZipKind.Of(bytes),
        _ when CompoundFile.IsOne(head) => OldOfficeKind.Of(bytes),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) => Png,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => Jpeg,
        _ when head.StartsWith("GIF8"u8) => "image/gif",
        _ when head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) => "image/tiff",
        _ when head.StartsWith("BM"u8) && head.Length > 14 && head[6..10].IndexOfAnyExcept((byte)0) < 0 => "image/bmp",
        _ when head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..12].SequenceEqual("WEBP"u8) => "image/webp",
        _ when head.StartsWith("{\\rtf"u8) => Rtf,
        _ when head.StartsWith("Rar!"u8) => Rar,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) => SevenZip,
        _ when TarKind.IsOne(head) => Tar,
        _ => CompressedKind.Of(head),
    };

    // A stray NUL or control in a dump of text is damage, not another format: files of programs have them by the dozen.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        var controls = 0;
        foreach (var b in head)
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B) ? 1 : 0;
        return controls <= head.Length / MostControls;
    }

    private static bool HasUtf16Mark(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static bool LooksLikeHtml(ReadOnlySpan<byte> head, ReadOnlySpan<byte> bytes)
    {
        var text = (HasUtf16Mark(head) ? Encoding.Unicode.GetString(head) : Encoding.Latin1.GetString(head)).TrimStart('\uFEFF', 'ï', '»', '¿', ' ', '\t', '\r', '\n');
        if (!text.Contains('<', StringComparison.Ordinal))
            return false;
        string[] frame = ["<!doctype html", "<html", "<head", "<body", "<meta", "<script", "<title"];
        string[] content = ["<table", "<div", "<p>", "<p ", "<span", "<section", "<article", "<h1", "<h2", "<h3", "<center", "<font", "<strong", "<b>", "<br", "<style", "<ul", "<ol"];
        if (HoldsMarkdownTable(bytes) && bytes.IndexOf("</html>"u8) < 0 && !frame.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)))
            return false;
        return frame.Concat(content).Any(mark => text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            // Text may hold the markup of its tables: only what frames a page tells that all of it is one.
            || (frame.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)) && frame.Concat(content).Count(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)) >= 2)
            || bytes.IndexOf("</html>"u8) >= 0;
    }

    // Writers of Markdown keep a page's blocks and its merged cells as tags; a browser would run the lines of its tables together.
    private static bool HoldsMarkdownTable(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\n|--"u8) >= 0 || bytes.IndexOf("\n| --"u8) >= 0 || bytes.IndexOf("\n|:-"u8) >= 0 || bytes.IndexOf("\n| :-"u8) >= 0;
}
