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

    // An editor escapes, a form does so again, and an interface packs the whole in base64.
    private const int MostLayers = 3;

    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_\r\n");

    /// <summary>The markup that a field holds, also with its signs escaped for a page or an address, or in base64; null for none.</summary>
    public static string? Markup(string text) => text.Length >= Shortest && Plain(text) is { } plain && Element().IsMatch(plain) ? plain : null;

    /// <summary>Whether it is long enough, and Chinese enough, for an article without markup.</summary>
    public static bool IsProse(string text) => text.Length >= Shortest && text.Count(c => c is >= '\u4E00' and <= '\u9FFF') >= FewestCharacters;

    /// <summary>A short text without the elements that mark parts of it.</summary>
    public static string WithoutElements(string text) => Tag().Replace(text, "");

    private static string? Plain(string text, int layers = MostLayers) =>
        text.Contains('<', StringComparison.Ordinal) ? text
        : layers == 0 ? null
        : text.Contains("lt;", StringComparison.OrdinalIgnoreCase) ? Plain(WebUtility.HtmlDecode(text), layers - 1)
        : EscapedBracket().IsMatch(text) ? Plain(EscapedText.Decode(text), layers - 1)
        : !text.AsSpan().ContainsAnyExcept(Base64) && Base64Text.Decode(text) is { } held ? Plain(held, layers - 1)
        : null;

    // Escaped once more by each program that it came through.
    [GeneratedRegex("%(?:25)*3c", RegexOptions.IgnoreCase)]
    private static partial Regex EscapedBracket();

    [GeneratedRegex(@"<(?:p|div|table|tr|td|section|article|span|br|h[1-6]|html|body)[\s>/]", RegexOptions.IgnoreCase)]
    private static partial Regex Element();

    [GeneratedRegex("</?[a-z][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
