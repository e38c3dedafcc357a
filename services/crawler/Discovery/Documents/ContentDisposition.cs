using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Discovery.Documents;

/// <summary>
/// The file name of a Content-Disposition header: RFC 5987 (<c>filename*=UTF-8''…</c>) first, else the plain form, whose bytes may be UTF-8 or GBK,
/// raw or percent-encoded, whatever standards say.
/// </summary>
public static partial class ContentDisposition
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <param name="header">Value of the header; bytes beyond ASCII as Latin-1 characters, one each.</param>
    /// <returns>Null when the header names no file.</returns>
    public static string? FileName(string? header)
    {
        if (header is null)
            return null;
        if (Extended().Match(header) is { Success: true } extended)
            return Clean(Decode(Unescape(extended.Groups["value"].Value), extended.Groups["charset"].Value.StartsWith("gb", StringComparison.OrdinalIgnoreCase)));
        if (Plain().Match(header) is not { Success: true } plain)
            return null;
        var value = plain.Groups["quoted"].Success ? plain.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal) : plain.Groups["bare"].Value;
        return Clean(EncodedWord(value) ?? Decode(value.Contains('%', StringComparison.Ordinal) ? Unescape(value) : Encoding.Latin1.GetBytes(value), isGbk: false));
    }

    // Latin-1 characters and %XX alike stand for one byte.
    private static byte[] Unescape(string value)
    {
        var bytes = new List<byte>(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '%' && at + 2 < value.Length && char.IsAsciiHexDigit(value[at + 1]) && char.IsAsciiHexDigit(value[at + 2]))
            {
                bytes.Add(Convert.ToByte(value.Substring(at + 1, 2), 16));
                at += 2;
            }
            else
                bytes.Add((byte)(value[at] <= 0xFF ? value[at] : '?'));
        }

        return [.. bytes];
    }

    private static string Decode(byte[] bytes, bool isGbk)
    {
        if (isGbk)
            return Gb18030.GetString(bytes);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Gb18030.GetString(bytes);
        }
    }

    // =?UTF-8?B?…?=: mail's way, which some servers use.
    private static string? EncodedWord(string value)
    {
        if (Word().Match(value) is not { Success: true } match || !match.Groups["how"].Value.Equals("B", StringComparison.OrdinalIgnoreCase))
            return null;
        var buffer = new byte[value.Length];
        return Convert.TryFromBase64String(match.Groups["text"].Value, buffer, out var length)
            ? Decode(buffer[..length], match.Groups["charset"].Value.StartsWith("gb", StringComparison.OrdinalIgnoreCase))
            : null;
    }

    // A name is a name: folders and control characters are none of its business.
    private static string? Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(c => !char.IsControl(c))]).Trim();
        return clean.Length == 0 ? null : clean;
    }

    [GeneratedRegex(@"filename\*\s*=\s*""?(?<charset>[\w-]*)'[^']*'(?<value>[^;""]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Extended();

    [GeneratedRegex("""filename\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^;]+))""", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^=\?(?<charset>[\w-]+)\?(?<how>[BQ])\?(?<text>[^?]*)\?=$", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
