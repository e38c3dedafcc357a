using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pipeline.Crawler.Robots;

/// <summary>Brings paths of rules and of addresses to one form, so that they compare octet by octet (RFC 9309, 2.2.2 and 2.2.3).</summary>
internal static class RobotsText
{
    private static readonly SearchValues<char> Unsafe = SearchValues.Create(" \"<>\\^`{|}");
    private static readonly SearchValues<char> Special = SearchValues.Create("%*$ \"<>\\^`{|}");

    /// <summary>Path and query of an address in the form that rules are compared in.</summary>
    /// <param name="pathAndQuery">Percent-encoded, as a <see cref="Uri"/> gives it.</param>
    public static string OfPath(string pathAndQuery)
    {
        var path = pathAndQuery.AsSpan();
        if (path.IndexOf('#') is >= 0 and var fragment)
            path = path[..fragment];
        // Most addresses are in that form already.
        return path.ContainsAny(Special) ? Normalise(path, isPattern: false) : path.ToString();
    }

    /// <summary>A rule's path in that form; its wildcards stay.</summary>
    /// <param name="pattern">As written, bytes beyond ASCII as Latin-1 characters.</param>
    public static string OfPattern(ReadOnlySpan<char> pattern) => Normalise(pattern, isPattern: true);

    // Escaped letters, digits and -._~ are decoded, other escapes get upper-case digits, what may not stand bare in an address is escaped. A "*" or "$"
    // of an address is escaped, since only so can a rule name one.
    private static string Normalise(ReadOnlySpan<char> text, bool isPattern)
    {
        var form = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%' && i + 2 < text.Length && byte.TryParse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                _ = IsUnreserved((char)octet) ? form.Append((char)octet) : Escape(form, octet);
                i += 2;
            }
            else if (c == '%' || (isPattern ? c is > '\u007f' and <= '\u00ff' || Unsafe.Contains(c) || (c == '$' && i < text.Length - 1) : c is '*' or '$' || Unsafe.Contains(c)))
                Escape(form, (byte)c);
            else
                form.Append(c);
        }

        return form.ToString();
    }

    private static StringBuilder Escape(StringBuilder form, byte octet) => form.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
