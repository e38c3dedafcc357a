using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>A rule of a style element: one selector (lists are split) and its relevant declarations.</summary>
internal sealed record StyleRule(string Selector, IReadOnlyDictionary<string, StyleValue> Declarations);

/// <summary>
/// Reads style elements as far as they decide what a person sees on a desktop screen: plain rules, also within @media that match, @supports and
/// @layer. Anything else is skipped, never an error.
/// </summary>
internal static partial class StyleSheet
{
    /// <summary>Style sheets that matter are far smaller; whole frameworks pasted into a page are cut here.</summary>
    private const int LongestSheet = 1_000_000;

    private const double ScreenWidth = 1280;

    public static List<StyleRule> Parse(string sheet)
    {
        var rules = new List<StyleRule>();
        var text = Comment().Replace(sheet.Length > LongestSheet ? sheet[..LongestSheet] : sheet, " ").Replace("<!--", " ", StringComparison.Ordinal).Replace("-->", " ", StringComparison.Ordinal);
        Read(text, 0, text.Length, rules, 0);
        return rules;
    }

    private static void Read(string text, int from, int end, List<StyleRule> rules, int depth)
    {
        while (from < end)
        {
            var open = text.IndexOfAny(['{', ';'], from, end - from);
            if (open < 0)
            {
                return;
            }

            var prelude = text[from..open].Trim();
            if (text[open] == ';')
            {
                from = open + 1;
                continue;
            }

            var close = Close(text, open, end);
            if (prelude.StartsWith('@'))
            {
                if (Applies(prelude) && depth < 8)
                {
                    Read(text, open + 1, close, rules, depth + 1);
                }
            }
            else
            {
                Add(prelude, text[(open + 1)..close], rules);
            }

            from = close + 1;
        }
    }

    private static void Add(string selectors, string body, List<StyleRule> rules)
    {
        var declarations = StyleProperties.Parse(body);
        if (declarations.Count == 0)
        {
            return;
        }

        foreach (var selector in SelectorList().Split(selectors).Select(selector => selector.Trim()))
        {
            if (selector.Length is > 0 and < 1000 && !Changing().IsMatch(selector))
            {
                rules.Add(new StyleRule(selector, declarations));
            }
        }
    }

    /// <summary>Position of the brace that closes the one at <paramref name="open"/>, or the end.</summary>
    private static int Close(string text, int open, int end)
    {
        var level = 0;
        for (var i = open; i < end; i++)
        {
            level += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (level == 0)
            {
                return i;
            }
        }

        return end;
    }

    private static bool Applies(string prelude)
    {
        if (!prelude.StartsWith("@media", StringComparison.OrdinalIgnoreCase))
        {
            return prelude.StartsWith("@supports", StringComparison.OrdinalIgnoreCase) || prelude.StartsWith("@layer", StringComparison.OrdinalIgnoreCase);
        }

        return prelude[6..].Split(',').Any(MatchesScreen);
    }

    private static bool MatchesScreen(string query)
    {
        var medium = Medium().Match(query).Value;
        var negated = query.Contains("not ", StringComparison.OrdinalIgnoreCase);
        var matches = medium is "" or "screen" or "all" && Widths().Matches(query).All(width =>
            double.Parse(width.Groups["px"].ValueSpan, CultureInfo.InvariantCulture) is var px && (width.Groups["side"].Value == "max" ? px >= ScreenWidth : px <= ScreenWidth));
        return matches != negated;
    }

    [GeneratedRegex(@"/\*.*?(\*/|\z)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    /// <summary>Commas outside brackets.</summary>
    [GeneratedRegex(@",(?![^(\[]*[)\]])")]
    private static partial Regex SelectorList();

    /// <summary>Generated boxes, and states that hold only while somebody does something.</summary>
    [GeneratedRegex("::|:(before|after|first-line|first-letter|hover|focus|focus-within|focus-visible|active|visited|target|checked|host|root\\s*:)", RegexOptions.IgnoreCase)]
    private static partial Regex Changing();

    [GeneratedRegex(@"\b(print|screen|all|speech|handheld|projection|tv)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Medium();

    [GeneratedRegex(@"(?<side>min|max)-(device-)?width\s*:\s*(?<px>\d{1,6}(\.\d{1,3})?)px", RegexOptions.IgnoreCase)]
    private static partial Regex Widths();
}
