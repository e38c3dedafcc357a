using System.Globalization;
using System.Text;

namespace Pipeline.Crawler.Fetching;

/// <summary>Addresses that came as bytes without a known charset, one Latin-1 character each.</summary>
internal static class RawBytes
{
    /// <summary>Percent-encodes what is beyond ASCII byte by byte: be it UTF-8 or GBK, it goes back to the server as it came.</summary>
    public static string Escape(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var escaped = new StringBuilder(text.Length + 32);
        foreach (var c in text)
            _ = char.IsAscii(c) ? escaped.Append(c) : escaped.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
        return escaped.ToString();
    }
}
