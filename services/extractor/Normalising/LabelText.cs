using System.Text.RegularExpressions;
using Pipeline.Text;

namespace Pipeline.Extractor.Normalising;

/// <summary>
/// A label reduced to what identifies it: plain text without numbering, explanations in brackets, punctuation and white space,
/// and with the two words for a total made one. <see cref="Full"/> keeps the words of the explanations.
/// </summary>
public readonly partial record struct LabelText
{
    private LabelText(string core, string full)
    {
        Core = core;
        Full = full;
    }

    /// <summary>Without numbering and without what stands in brackets.</summary>
    public string Core { get; }

    /// <summary>Without numbering, brackets dissolved.</summary>
    public string Full { get; }

    public bool IsEmpty => Full.Length == 0;

    public static LabelText Of(string text)
    {
        var unnumbered = Unnumbered(text);
        var full = Words(unnumbered);
        var core = Words(Bracketed().Replace(unnumbered, string.Empty));
        return new LabelText(core.Length == 0 ? full : core, full);
    }

    /// <summary>What <see cref="Full"/> is of a text: of prose too, whose brackets nobody needs to look for.</summary>
    public static string FullOf(string text) => Words(Unnumbered(text));

    /// <summary>Whether the text begins with a number of a list: 一、 （二） 3.</summary>
    public static bool IsNumbered(string text) => Numbering().IsMatch(PlainText.Dense(text));

    private static string Unnumbered(string text) => Numbering().Replace(PlainText.Dense(text), string.Empty);

    private static string Words(string text) =>
        Characters.Kept(text, static c => Characters.IsIdeograph(c) || char.IsAsciiLetterOrDigit(c))
            .Replace("合计", "总计", StringComparison.Ordinal)
            .Replace("共计", "总计", StringComparison.Ordinal);

    // 一、 (一) （一） 1. 1、 ① 第一项: at most two in a row, as in 三、（一）.
    [GeneratedRegex(@"^(?:(?:[(（]?(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?:[)）][、.．,，]?|[、.．,，:：]|(?=[\u4E00-\u9FFF]{2})(?<=\d))|[①-⑳]|[#*·•]+)){1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"[(（\[【][^()（）\[\]【】]*[)）\]】]?", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
