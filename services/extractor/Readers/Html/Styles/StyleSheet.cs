using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>
/// Reads style sheets as far as they decide what a person sees on a desktop screen: plain and nested rules, also within @media that match, @supports
/// and @layer, and what they import as data. Of rules that a browser may apply or not (conditions and selectors that are not known here) it is kept whom
/// they reach, not what they say. Anything else is skipped, never an error. Takes time in proportion to the text.
/// </summary>
internal sealed partial class StyleSheet
{
    /// <summary>In characters; the largest frameworks have half of it.</summary>
    private const int LongestSheet = 1_000_000;

    private const int MostRules = 20_000;
    private const int LongestSelector = 1000;
    private const int Deepest = 8;

    /// <summary>Rank of what stands in no layer: above all layers, and below what is important in one.</summary>
    private const int NoLayer = int.MaxValue / 2;

    private readonly CssSelectorParser _parser = new();
    private readonly List<string> _layers;
    private readonly List<StyleRule> _rules = [];
    private readonly List<string> _fonts = [];
    private string _text = "";

    private StyleSheet(List<string> layers) => _layers = layers;

    public IReadOnlyList<StyleRule> Rules => _rules;

    /// <summary>Families that the page brings along: what their digits look like is not known.</summary>
    public IReadOnlyList<string> Fonts => _fonts;

    /// <summary>Whether the sheet had more text or rules than are read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether a sheet elsewhere is imported.</summary>
    public bool ImportsOthers { get; private set; }

    /// <param name="layers">Names of the page's layers in their order; those of the sheet are added.</param>
    public static StyleSheet Parse(string sheet, List<string> layers)
    {
        var parsed = new StyleSheet(layers);
        parsed.Read(sheet, Within.Sheet);
        return parsed;
    }

    private void Read(string sheet, Within within)
    {
        var outer = _text;
        IsCut |= sheet.Length > LongestSheet;
        _text = CssText.WithoutComments(sheet.Length > LongestSheet ? sheet[..LongestSheet] : sheet).Replace("<!--", " ", StringComparison.Ordinal).Replace("-->", " ", StringComparison.Ordinal);
        Read(0, _text.Length, [], within);
        _text = outer;
    }

    /// <param name="parents">Selectors of the rule that the text is the body of; empty outside rules.</param>
    private void Read(int from, int end, IReadOnlyList<string> parents, Within within)
    {
        var isBroken = false;
        var declarations = new StringBuilder();
        while (from < end)
        {
            var stop = CssText.Find(_text, from, end, "{};");
            var piece = _text[from..stop].Trim();
            if (stop < end && _text[stop] == '{')
            {
                var close = Close(stop, end);
                Block(piece, stop + 1, close, parents, isBroken ? within with { IsUnsure = true } : within);
                isBroken = false;
                from = close + 1;
                continue;
            }

            if (piece.StartsWith("@import", StringComparison.OrdinalIgnoreCase))
            {
                Import(piece[7..].Trim(), within);
            }
            else if (piece.StartsWith("@layer", StringComparison.OrdinalIgnoreCase))
            {
                CssText.Split(piece[6..], ',').ForEach(name => Rank(name));
            }
            else if (piece.StartsWith("@namespace", StringComparison.OrdinalIgnoreCase))
            {
                IsCut |= !piece.Contains("1999/xhtml", StringComparison.Ordinal) && piece[10..].Trim().StartsWith("url", StringComparison.OrdinalIgnoreCase);
            }
            else if (parents.Count > 0)
            {
                declarations.Append(piece).Append(';');
            }

            // A brace that nobody opened makes the next selector invalid.
            isBroken = stop < end && _text[stop] == '}';
            from = stop + 1;
        }

        if (parents.Count > 0)
        {
            Add(parents, declarations.ToString(), within);
        }
    }

    private void Block(string prelude, int from, int end, IReadOnlyList<string> parents, Within within)
    {
        if (within.Depth >= Deepest)
        {
            IsCut = true;
            return;
        }

        var inner = within with { Depth = within.Depth + 1 };
        if (prelude.StartsWith("@font-face", StringComparison.OrdinalIgnoreCase))
        {
            _fonts.AddRange(StyleProperties.Parse(_text[from..end]).TryGetValue("font-family", out var family) ? [family.Text.Trim('"', '\'')] : []);
        }
        else if (prelude.StartsWith("@layer", StringComparison.OrdinalIgnoreCase))
        {
            // Layers within layers, and those without a name, have an order of their own.
            var name = prelude[6..].Trim();
            Read(from, end, parents, inner with { Layer = Rank(name), IsUnsure = within.IsUnsure || within.Layer != NoLayer || name.Length == 0 && _layers.Count > 1 || name.Contains('.', StringComparison.Ordinal) });
        }
        else if (prelude.StartsWith("@property", StringComparison.OrdinalIgnoreCase))
        {
            Read($"html{{{prelude[9..].Trim()}:{StyleProperties.Raw(_text[from..end], "initial-value")}}}", inner with { Layer = -1 });
        }
        else if (prelude.StartsWith('@'))
        {
            if (AtRule.Of(prelude) is var applying and not Applying.Never)
            {
                Read(from, end, parents, applying == Applying.Perhaps ? inner with { IsUnsure = true } : inner);
            }
        }
        else if (prelude.Length < LongestSelector * 20)
        {
            var own = CssText.Split(prelude, ',').Where(selector => selector.Length < LongestSelector);
            Read(from, end, parents.Count == 0 ? [.. own] : [.. own.SelectMany(selector => parents.Select(parent => Nested(parent, selector))).Where(selector => selector.Length < LongestSelector).Take(100)], inner);
        }
    }

    private int Rank(string layer)
    {
        if (!_layers.Contains(layer))
        {
            _layers.Add(layer);
        }

        return _layers.IndexOf(layer);
    }

    private static string Nested(string parent, string selector) => selector.Contains('&', StringComparison.Ordinal) ? selector.Replace("&", parent, StringComparison.Ordinal) : parent + " " + selector;

    private void Add(IReadOnlyList<string> selectors, string body, Within within)
    {
        IReadOnlyDictionary<string, StyleValue> declarations = StyleProperties.Parse(body);
        if (declarations.Count == 0 || selectors.Any(selector => OfOthers().IsMatch(selector)))
        {
            return;
        }

        // A browser drops all of a list of which it does not know one.
        var known = selectors.Select(Known).Where(selector => !Changing().IsMatch(selector.Text)).ToList();
        if (within.IsUnsure || known.Exists(selector => !selector.IsSure))
        {
            declarations = StyleProperties.Unsure;
        }

        foreach (var (ranked, layer) in Ranked(declarations, within.Layer))
        {
            foreach (var selector in known)
            {
                if (_rules.Count == MostRules)
                {
                    IsCut = true;
                    return;
                }

                if (selector.Selector is not null)
                {
                    _rules.Add(new StyleRule(selector.Selector, selector.Text, selector.Part, ranked, layer));
                }
            }
        }
    }

    // What is important is ranked the other way round in layers: the first of them wins.
    private static IEnumerable<(IReadOnlyDictionary<string, StyleValue> Declarations, int Layer)> Ranked(IReadOnlyDictionary<string, StyleValue> declarations, int layer) =>
        layer == NoLayer || !declarations.Values.Any(value => value.Important)
            ? [(declarations, layer)]
            : declarations.GroupBy(declaration => declaration.Value.Important).Select(group => ((IReadOnlyDictionary<string, StyleValue>)group.ToDictionary(), group.Key ? (2 * NoLayer) - layer : layer));

    /// <summary>The selector of elements, and of which part of them; one that is not known here as one that reaches at least the same. Without a selector where it reaches no text.</summary>
    private (ISelector? Selector, string Text, string Part, bool IsSure) Known(string written)
    {
        var selector = NotChanged().Replace(written, "");
        var part = Part().Match(selector);
        var element = part.Success ? selector[..part.Index] : selector;
        if (element.Contains("::", StringComparison.Ordinal))
        {
            return (null, element, "", true);
        }

        element = element.Length == 0 || " >+~".Contains(element[^1], StringComparison.Ordinal) ? element + "*" : element;
        var parsed = _parser.ParseSelector(element);
        var isSure = parsed is not null && !Unmatched().IsMatch(element);
        if (!isSure)
        {
            element = AnyState().Replace(element, "") is { Length: > 0 } wider ? wider : "*";
            parsed = _parser.ParseSelector(element);
        }

        return (parsed, element, part.Groups["name"].Value.ToLowerInvariant(), isSure);
    }

    private void Import(string what, Within within)
    {
        var address = Address().Match(what);
        var rest = what[(address.Index + address.Length)..].Trim();
        var layer = rest.StartsWith("layer", StringComparison.OrdinalIgnoreCase) ? rest.Split([' ', ';'])[0] : "";

        // Behind other rules none is heard.
        if (_rules.Count > 0 || within.Depth >= Deepest || !address.Success || !MediaQuery.Matches(rest[layer.Length..]))
        {
            return;
        }

        if (DataAddress.Text(address.Groups["url"].Value) is { } sheet)
        {
            Read(sheet, layer.Length == 0 ? within with { Depth = within.Depth + 1 } : within with { Depth = within.Depth + 1, IsUnsure = within.IsUnsure || _layers.Count > 0, Layer = Rank(layer) });
        }
        else
        {
            ImportsOthers = true;
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

    [GeneratedRegex(@"^(?:url\(\s*)?(?:""(?<url>[^""]*)""|'(?<url>[^']*)'|(?<url>[^\s)]+))\s*\)?", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("::?(?<name>before|after|first-letter|first-line)$", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    /// <summary>What other engines alone know.</summary>
    [GeneratedRegex(@"::?-(?:moz|ms|o|khtml)-", RegexOptions.IgnoreCase)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@":[a-z-]+(?:\((?:[^()]|\([^()]*\))*\))?", RegexOptions.IgnoreCase)]
    private static partial Regex AnyState();

    /// <summary>What is parsed and never matched here.</summary>
    [GeneratedRegex(@":(?:dir\(|scope\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Unmatched();

    /// <summary>States that hold as long as nobody does anything.</summary>
    [GeneratedRegex(@":not\(\s*:(hover|focus|focus-within|focus-visible|active|visited|target)\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex NotChanged();

    /// <summary>States that hold only while somebody does something.</summary>
    [GeneratedRegex(":(hover|focus|focus-within|focus-visible|active|visited|target|host)", RegexOptions.IgnoreCase)]
    private static partial Regex Changing();

    /// <summary>Where in the sheet rules stand.</summary>
    /// <param name="IsUnsure">Whether a browser may not apply them.</param>
    private sealed record Within(int Depth, int Layer, bool IsUnsure)
    {
        public static readonly Within Sheet = new(0, NoLayer, false);
    }
}
