using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;

namespace Pipeline.Text.Json;

/// <summary>Tells what a text in a field of JSON is: the content of an article, or something short.</summary>
internal static partial class FieldText
{
    // The shortest report is as long; summaries of articles seldom are.
    private const int Shortest = 300;

    private const int FewestCharacters = 100;

    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_\r\n");

    /// <summary>The markup that a field holds, also with its signs escaped for a page or an address, or in base64; null for none.</summary>
    public static string? Markup(string text) => text.Length >= Shortest && Plain(text) is { } plain && Element().IsMatch(plain) ? plain : null;

    /// <summary>Whether it is long enough, and Chinese enough, for an article without markup.</summary>
    public static bool IsProse(string text) => text.Length >= Shortest && text.Count(c => c is >= '\u4E00' and <= '\u9FFF') >= FewestCharacters;

    /// <summary>A short text without the elements that mark parts of it.</summary>
    public static string WithoutElements(string text) => Tag().Replace(text, "");

    private static string? Plain(string text) =>
        text.Contains('<', StringComparison.Ordinal) ? text
        : text.Contains("&lt;", StringComparison.OrdinalIgnoreCase) ? WebUtility.HtmlDecode(text)
        : text.Contains("%3c", StringComparison.OrdinalIgnoreCase) ? EscapedText.Decode(text)
        : text.AsSpan().ContainsAnyExcept(Base64) ? null
        : Base64Text.Decode(text);

    [GeneratedRegex(@"<(?:p|div|table|tr|td|section|article|span|br|h[1-6]|html|body)[\s>/]", RegexOptions.IgnoreCase)]
    private static partial Regex Element();

    [GeneratedRegex("</?[a-z][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
