using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Text.Charsets;

namespace Pipeline.Crawler.Discovery;

/// <summary>What the bytes of an answer are, whatever its header says.</summary>
public enum AnswerShape
{
    Html,
    Json,
    Xml,

    /// <summary>PDF, Word, archive and other files.</summary>
    File,

    /// <summary>A picture that may be a page.</summary>
    Picture,

    /// <summary>Sound or film: nothing to read.</summary>
    Media,

    Empty,
}

/// <summary>An answer's body made readable: gzip files undone, its shape told by its first bytes, its text decoded.</summary>
internal sealed partial record AnswerBody(AnswerShape Shape, string Text, Encoding Encoding)
{
    // A sitemap may hold 50 MB; a file that unpacks to more is refused.
    private const int LongestUnpacked = 60 << 20;

    private static readonly (byte[] Magic, AnswerShape Shape)[] Magics =
    [
        ("%PDF"u8.ToArray(), AnswerShape.File), ("PK\x03\x04"u8.ToArray(), AnswerShape.File), ([0xD0, 0xCF, 0x11, 0xE0], AnswerShape.File), ("Rar!"u8.ToArray(), AnswerShape.File),
        ("{\\rtf"u8.ToArray(), AnswerShape.File), ("7z\xBC\xAF"u8.ToArray(), AnswerShape.File), ([0xFF, 0xD8, 0xFF], AnswerShape.Picture), ([0x89, 0x50, 0x4E, 0x47], AnswerShape.Picture), ("GIF8"u8.ToArray(), AnswerShape.Picture),
        ("RIFF"u8.ToArray(), AnswerShape.Media), ([0x1A, 0x45, 0xDF, 0xA3], AnswerShape.Media), ("ID3"u8.ToArray(), AnswerShape.Media),
    ];

    /// <param name="contentType">Value of the header; null when absent.</param>
    public static AnswerBody Read(ReadOnlyMemory<byte> body, string? contentType)
    {
        var bytes = body.Span is [0x1F, 0x8B, ..] ? Unpacked(body) : body.Span;
        if (bytes.IsEmpty)
            return new(AnswerShape.Empty, "", Encoding.UTF8);
        // A container of sound and films, but for one kind of picture.
        if (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..12].SequenceEqual("WEBP"u8))
            return new(AnswerShape.Picture, "", Encoding.UTF8);
        foreach (var (magic, shape) in Magics)
            if (bytes.StartsWith(magic))
                return new(shape, "", Encoding.UTF8);
        var type = contentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        if (type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal))
            return new(AnswerShape.Media, "", Encoding.UTF8);
        if (type.StartsWith("image/", StringComparison.Ordinal) && type != "image/svg+xml")
            return new(AnswerShape.Picture, "", Encoding.UTF8);
        if (bytes[..Math.Min(bytes.Length, 1000)].Contains((byte)0) && !bytes.StartsWith("\xFF\xFE"u8) && bytes is not [0xFE, 0xFF, ..] and not [0xFF, 0xFE, ..])
            return new(AnswerShape.File, "", Encoding.UTF8);
        var decoded = CharsetDecision.Decode(bytes, contentType);
        return new(ShapeOf(decoded.Text, type), decoded.Text, decoded.Encoding);
    }

    private static AnswerShape ShapeOf(string text, string type)
    {
        var start = text.AsSpan().TrimStart().TrimStart('\uFEFF');
        if (start.IsEmpty)
            return AnswerShape.Empty;
        if (start[0] is '{' or '[' || type.EndsWith("json", StringComparison.Ordinal) && start[0] != '<')
            return AnswerShape.Json;
        if (start[0] == '<')
        {
            var head = start[..Math.Min(start.Length, 600)];
            if (head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase))
                return AnswerShape.Html;
            if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<urlset", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<sitemapindex", StringComparison.OrdinalIgnoreCase)
                || head.StartsWith("<rss", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<datastore", StringComparison.OrdinalIgnoreCase) || type is "text/xml" or "application/xml")
                return AnswerShape.Xml;
            return AnswerShape.Html;
        }

        if (IsCallback(start))
            return AnswerShape.Json;
        // A text file is a document; a page that begins with words has markup further on.
        return type is "text/plain" || !Markup().IsMatch(text) ? AnswerShape.File : AnswerShape.Html;
    }

    [GeneratedRegex("<(?:a|p|div|br|table|html|head|body|title|meta|script|span|ul|li|td)[ >/]", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    private static bool IsCallback(ReadOnlySpan<char> start) =>
        start.IndexOf('(') is > 0 and < 80 and var open && open + 1 < start.Length && start[open + 1] is '{' or '[' && start[..open].IndexOfAnyExceptInRange('!', 'z') < 0 && start.IndexOf('(') > 0;

    private static byte[] Unpacked(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(body.ToArray(), writable: false), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = gzip.Read(buffer)) > 0;)
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > LongestUnpacked)
                    return [];
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
