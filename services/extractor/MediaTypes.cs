using System.Text;

namespace Pipeline.Extractor;

/// <summary>Decides what bytes are: by their own marks first, then by header, then by name. Sites label PDFs as octets and pages as PDFs.</summary>
public static class MediaTypes
{
    public const string Html = "text/html";
    public const string Pdf = "application/pdf";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string OldWord = "application/msword";
    public const string Text = "text/plain";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";

    // A PDF may begin with a line of junk; a page may begin with comments.
    private const int Prefix = 2048;

    /// <returns>The media type and what decided it: magic, content, header or name.</returns>
    public static (string MediaType, string Basis) Decide(ReadOnlySpan<byte> bytes, DocumentHints hints)
    {
        var head = bytes[..Math.Min(Prefix, bytes.Length)];
        if (Magic(head, bytes) is { } magic)
            return (magic, "magic");
        if (LooksLikeHtml(head, bytes))
            return (Html, "content");
        if (hints.ContentType?.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } header && header.StartsWith("text/", StringComparison.Ordinal))
            return (header, "header");
        if (Path.GetExtension(hints.FileName ?? hints.Url?.AbsolutePath ?? string.Empty).ToLowerInvariant() is ".htm" or ".html" or ".shtml")
            return (Html, "name");
        return head.Contains((byte)0) && !HasUtf16Mark(head) ? ("application/octet-stream", "content") : (Text, "content");
    }

    private static string? Magic(ReadOnlySpan<byte> head, ReadOnlySpan<byte> bytes) => head switch
    {
        _ when head[..Math.Min(1024, head.Length)].IndexOf("%PDF-"u8) >= 0 => Pdf,
        _ when head.StartsWith("PK\u0003\u0004"u8) => ZipKind(bytes),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) => OldWord,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) => Png,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => Jpeg,
        _ when head.StartsWith("GIF8"u8) => "image/gif",
        _ when head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) => "image/tiff",
        _ when head.StartsWith("BM"u8) && head.Length > 14 && head[6..10].IndexOfAnyExcept((byte)0) < 0 => "image/bmp",
        _ when head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..12].SequenceEqual("WEBP"u8) => "image/webp",
        _ when head.StartsWith("{\\rtf"u8) => "application/rtf",
        _ when head.StartsWith("Rar!"u8) => "application/vnd.rar",
        _ => null,
    };

    private static string ZipKind(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("word/"u8) >= 0 ? Docx : bytes.IndexOf("xl/"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : bytes.IndexOf("OFD.xml"u8) >= 0 ? "application/ofd" : "application/zip";

    private static bool HasUtf16Mark(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static bool LooksLikeHtml(ReadOnlySpan<byte> head, ReadOnlySpan<byte> bytes)
    {
        var text = (HasUtf16Mark(head) ? Encoding.Unicode.GetString(head) : Encoding.Latin1.GetString(head)).TrimStart('\uFEFF', 'ï', '»', '¿', ' ', '\t', '\r', '\n');
        if (!text.Contains('<', StringComparison.Ordinal))
            return false;
        string[] frame = ["<!doctype html", "<html", "<head", "<body", "<meta", "<script", "<title"];
        string[] content = ["<table", "<div", "<p>", "<p ", "<span", "<section", "<article"];
        return frame.Concat(content).Any(mark => text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            // Text may hold the markup of its tables: only what frames a page tells that all of it is one.
            || (frame.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)) && frame.Concat(content).Count(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)) >= 2)
            || bytes.IndexOf("</html>"u8) >= 0;
    }
}
