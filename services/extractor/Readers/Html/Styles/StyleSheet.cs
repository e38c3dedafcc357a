using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>
/// Reads style sheets as far as they decide what a person sees on a desktop screen: plain and nested rules, also within @media that match, @supports
/// and @layer, and what they import as data. Anything else is skipped, never an error. Takes time in proportion to the text.
/// </summary>
internal sealed partial class StyleSheet
{
    /// <summary>In characters; the largest frameworks have half of it.</summary>
    private const int LongestSheet = 1_000_000;

    private const int MostRules = 20_000;
    private const int LongestSelector = 1000;
    private const int Deepest = 8;

    private readonly List<StyleRule> _rules = [];
    private readonly List<string> _fonts = [];
    private string _text = "";

    public IReadOnlyList<StyleRule> Rules => _rules;

    /// <summary>Families that the page brings along: what their digits look like is not known.</summary>
    public IReadOnlyList<string> Fonts => _fonts;

    /// <summary>Whether the sheet had more text or rules than are read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether a sheet elsewhere is imported.</summary>
    public bool ImportsOthers { get; private set; }

    public static StyleSheet Parse(string sheet)
    {
        var parsed = new StyleSheet();
        parsed.Read(sheet, 0);
        return parsed;
    }

    private void Read(string sheet, int depth)
    {
        var outer = _text;
        IsCut |= sheet.Length > LongestSheet;
        _text = CssText.WithoutComments(sheet.Length > LongestSheet ? sheet[..LongestSheet] : sheet).Replace("<!--", " ", StringComparison.Ordinal).Replace("-->", " ", StringComparison.Ordinal);
        Read(0, _text.Length, [], depth);
        _text = outer;
    }

    /// <param name="parents">Selectors of the rule that the text is the body of; empty outside rules.</param>
    private void Read(int from, int end, IReadOnlyList<string> parents, int depth)
    {
        var declarations = new StringBuilder();
        while (from < end)
        {
            var stop = CssText.Find(_text, from, end, "{};");
            var piece = _text[from..stop].Trim();
            if (stop < end && _text[stop] == '{')
            {
                var close = Close(stop, end);
                Block(piece, stop + 1, close, parents, depth);
                from = close + 1;
                continue;
            }

            if (piece.StartsWith("@import", StringComparison.OrdinalIgnoreCase))
            {
                Import(piece[7..].Trim(), depth);
            }
            else if (parents.Count > 0)
            {
                declarations.Append(piece).Append(';');
            }

            from = stop + 1;
        }

        if (parents.Count > 0)
        {
            Add(parents, declarations.ToString());
        }
    }

    private void Block(string prelude, int from, int end, IReadOnlyList<string> parents, int depth)
    {
        if (prelude.StartsWith('@'))
        {
            if (prelude.StartsWith("@font-face", StringComparison.OrdinalIgnoreCase))
            {
                _fonts.AddRange(StyleProperties.Parse(_text[from..end]).TryGetValue("font-family", out var family) ? [family.Text.Trim('"', '\'')] : []);
            }
            else if (Applies(prelude) && depth < Deepest)
            {
                Read(from, end, parents, depth + 1);
            }
        }
        else if (depth < Deepest && prelude.Length < LongestSelector * 20)
        {
            var own = CssText.Split(prelude, ',').Where(selector => selector.Length < LongestSelector);
            Read(from, end, parents.Count == 0 ? [.. own] : [.. own.SelectMany(selector => parents.Select(parent => Nested(parent, selector))).Where(selector => selector.Length < LongestSelector).Take(100)], depth + 1);
        }
    }

    private static string Nested(string parent, string selector) => selector.Contains('&', StringComparison.Ordinal) ? selector.Replace("&", parent, StringComparison.Ordinal) : parent + " " + selector;

    private void Add(IReadOnlyList<string> selectors, string body)
    {
        var declarations = StyleProperties.Parse(body);
        if (declarations.Count == 0)
        {
            return;
        }

        foreach (var selector in selectors.Select(selector => NotChanged().Replace(selector, "")).Where(selector => !Changing().IsMatch(selector)))
        {
            if (_rules.Count == MostRules)
            {
                IsCut = true;
                return;
            }

            var part = Part().Match(selector);
            var element = part.Success ? selector[..part.Index] : selector;
            if (!element.Contains("::", StringComparison.Ordinal))
            {
                _rules.Add(new StyleRule(element.Length == 0 || " >+~".Contains(element[^1], StringComparison.Ordinal) ? element + "*" : element, part.Groups["name"].Value.ToLowerInvariant(), declarations));
            }
        }
    }

    private void Import(string what, int depth)
    {
        var address = Address().Match(what);
        if (depth < Deepest && address.Success && MediaQuery.Matches(what[(address.Index + address.Length)..]))
        {
            if (DataAddress.Text(address.Groups["url"].Value) is { } sheet)
            {
                Read(sheet, depth + 1);
            }
            else
            {
                ImportsOthers = true;
            }
        }
    }

    /// <summary>Position of the brace that closes the one at <paramref name="open"/>, or the end.</summary>
    private int Close(int open, int end)
    {
        var level = 0;
        for (var i = open; i < end; i++)
        {
            switch (_text[i])
            {
                case '\\':
                    i++;
                    break;
                case '"' or '\'':
                    i = CssText.EndOfString(_text, i, end);
                    break;
                case '{':
                    level++;
                    break;
                case '}' when --level == 0:
                    return i;
            }
        }

        return end;
    }

    private static bool Applies(string prelude) =>
        prelude.StartsWith("@media", StringComparison.OrdinalIgnoreCase) ? MediaQuery.Matches(prelude[6..])
        : prelude.StartsWith("@supports", StringComparison.OrdinalIgnoreCase) ? !prelude[9..].TrimStart().StartsWith("not", StringComparison.OrdinalIgnoreCase)
        : Wrapper().IsMatch(prelude);

    [GeneratedRegex("^@(layer|container|scope|-moz-document)", RegexOptions.IgnoreCase)]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"^(?:url\(\s*)?(?:""(?<url>[^""]*)""|'(?<url>[^']*)'|(?<url>[^\s)]+))\s*\)?", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("::?(?<name>before|after|first-letter|first-line)$", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    /// <summary>States that hold as long as nobody does anything.</summary>
    [GeneratedRegex(@":not\(\s*:(hover|focus|focus-within|focus-visible|active|visited|target)\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex NotChanged();

    /// <summary>States that hold only while somebody does something.</summary>
    [GeneratedRegex(":(hover|focus|focus-within|focus-visible|active|visited|target|checked|host)", RegexOptions.IgnoreCase)]
    private static partial Regex Changing();
}
