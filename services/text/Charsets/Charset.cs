using System.Text;

namespace Pipeline.Text.Charsets;

/// <summary>An encoding under its WHATWG name.</summary>
internal sealed record Charset(string Name, Encoding Encoding)
{
    public static Charset Utf8 { get; } = new("utf-8", new UTF8Encoding(false));

    public static Charset Utf16Little { get; } = new("utf-16le", new UnicodeEncoding(false, false));

    public static Charset Utf16Big { get; } = new("utf-16be", new UnicodeEncoding(true, false));

    public static Charset Utf32Little { get; } = new("utf-32le", new UTF32Encoding(false, false));

    public static Charset Gb18030 { get; } = new("gb18030", CodePage(54936));

    public static Charset Big5 { get; } = new("big5", CodePage(950));

    public static Charset Windows1252 { get; } = new("windows-1252", CodePage(1252));

    /// <summary>Null for a missing or unknown label.</summary>
    public static Charset? OfLabel(string? label) => label?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
        "utf-8" or "utf8" or "unicode-1-1-utf-8" => Utf8,
        "utf-16" or "utf-16le" or "unicode" or "ucs-2" => Utf16Little,
        "utf-16be" => Utf16Big,
        "chinese" or "csgb2312" or "csiso58gb231280" or "iso-ir-58" or "x-gbk" or "cp936" or "ms936" or "windows-936" or "euc-cn" or "x-euc-cn" => Gb18030,
        var gb when gb.StartsWith("gb", StringComparison.Ordinal) => Gb18030,
        "big5" or "big5-hkscs" or "cn-big5" or "csbig5" or "x-x-big5" or "cp950" => Big5,
        "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "l1" or "ascii" or "us-ascii" or "windows-1252" or "cp1252" => Windows1252,
        var other => Registered(other),
    };

    public string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.GetString(bytes);

        // GBK's A3A0 is an ideographic space (WHATWG); the framework maps it to the private use area.
        return this == Gb18030 ? text.Replace('\uE5E5', '\u3000') : text;
    }

    private static Charset? Registered(string label)
    {
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(label);
            return encoding is null ? null : new Charset(encoding.WebName.ToLowerInvariant(), encoding);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)
        ?? throw new InvalidOperationException($"Code page {number} is missing from the runtime.");
}
