using System.Buffers;
using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>The cascade of a page, reduced to what decides what is seen and where. Linked style sheets are not loaded.</summary>
internal sealed class PageStyles
{
    /// <summary>Three of the largest frameworks pasted into a page.</summary>
    private const int MostRules = 20_000;

    /// <summary>Tries of a selector on an element, in all; a report page with a framework pasted into it needs some 100,000.</summary>
    private const int MostMatches = 1_000_000;

    private static readonly string[] OfPictures = ["wingdings", "wingdings 2", "wingdings 3", "webdings", "zapfdingbats", "zapf dingbats", "itc zapf dingbats", "marlett", "mt extra", "bookshelf symbol 7"];

    private static readonly SearchValues<char> NotPlain = SearchValues.Create("()[]\\*");

    private static readonly char[] Blanks = [' ', '\t', '\n', '\f', '\r'];

    private readonly RuleIndex _rules = new();
    private readonly RuleIndex _ofParts = new();
    private readonly Dictionary<string, Dictionary<string, StyleValue>> _inline = new(StringComparer.Ordinal);
    private readonly Cascade _cascade = Cascade.Start();
    private readonly List<Rule> _matching = [];
    private readonly bool _leavesRules;
    private int _matches;

    public PageStyles(PageElements elements)
    {
        var order = 0;
        var layers = new List<string>();
        foreach (var sheet in elements.Sheets.Where(IsSheet).Where(IsOfScreen).Select(element => Sheet(element, layers)))
        {
            HasSheetsElsewhere |= sheet is null || sheet.ImportsOthers;
            Fonts.UnionWith(sheet?.Fonts ?? []);
            _leavesRules |= sheet is { IsCut: true };
            foreach (var rule in sheet?.Rules ?? [])
            {
                if (order == MostRules)
                {
                    _leavesRules = true;
                    break;
                }

                (rule.Pseudo.Length == 0 ? _rules : _ofParts).Add(KeyOf(rule.Text), new Rule(rule.Selector, rule.Selector.Specificity, rule.Pseudo, LooksAround(rule.Text), rule.Declarations, rule.Layer, order++));
            }
        }
    }

    /// <summary>Whether some style sheet is not part of the page, so that colours and places of its elements are not all known.</summary>
    public bool HasSheetsElsewhere { get; }

    /// <summary>Families of fonts that the page brings along.</summary>
    public HashSet<string> Fonts { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether one of the families may draw other figures than the text names: those of the page, and those of pictures.</summary>
    public bool DrawsOwn(string families) => CssText.Split(families, ',').Select(family => family.Trim('"', '\'').ToLowerInvariant()).Any(family => Fonts.Contains(family) || OfPictures.Contains(family));

    /// <summary>Whether a rule is about what is generated before or after elements, or about the first of their letters.</summary>
    public bool HasParts => !_ofParts.IsEmpty;

    /// <summary>Whether there were more rules and elements than are tried.</summary>
    public bool IsCut => _leavesRules || HasTriedAll;

    /// <summary>One object for all elements that are styled alike.</summary>
    public ComputedStyle Of(IElement element)
    {
        var cascade = Of(_rules, element, "");
        return (element.Value("style") is { Length: > 0 } style ? cascade.With(Inline(style)) : cascade).Style;
    }

    /// <summary>As <see cref="Of(IElement)"/> for a part of the element, such as what is generated before it.</summary>
    public ComputedStyle Of(IElement element, string part) => Of(_ofParts, element, part).Style;

    private Cascade Of(RuleIndex rules, IElement element, string part)
    {
        if (rules.IsEmpty)
        {
            return _cascade;
        }

        _matching.Clear();
        foreach (var rule in rules.About(element).SelectMany(its => its))
        {
            if (rule.Part == part && Matches(rule, element))
            {
                _matching.Add(rule);
            }
        }

        if (_matching.Count > 1)
        {
            _matching.Sort();
        }

        var cascade = _cascade;
        foreach (var rule in _matching)
        {
            cascade = cascade.With(rule.Declarations);
        }

        return cascade;
    }

    private static bool IsSheet(IElement element) => element.LocalName == "style" || (element.GetAttribute("rel") ?? "").Split(Blanks).Contains("stylesheet", StringComparer.OrdinalIgnoreCase);

    private static bool IsOfScreen(IElement style) => style.GetAttribute("type") is null or "" or "text/css" or "TEXT/CSS" && style.GetAttribute("rel")?.Contains("alternate", StringComparison.OrdinalIgnoreCase) is not true && (style.GetAttribute("media") is not { Length: > 0 } media || MediaQuery.Matches(media));

    /// <summary>Null for a sheet elsewhere.</summary>
    private static StyleSheet? Sheet(IElement element, List<string> layers) =>
        (element.LocalName == "style" ? element.TextContent : DataAddress.Text(element.GetAttribute("href") ?? "")) is { } text ? StyleSheet.Parse(text, layers) : null;

    private bool HasTriedAll => _matches >= MostMatches;

    private bool Matches(Rule rule, IElement element)
    {
        if (HasTriedAll)
        {
            return false;
        }

        // Selectors that count or look at siblings walk over all of them.
        _matches += 1 + (rule.LooksAround ? (element.ParentElement?.ChildElementCount ?? 0) / 8 : 0);
        return rule.Selector.Match(element, element);
    }

    /// <summary>What an element must have to be selected: the id, class or name in the selector's last part; a star where that is not plain.</summary>
    private static string KeyOf(string selector)
    {
        var last = selector[(selector.LastIndexOfAny([' ', '>', '+', '~', '\t', '\n']) + 1)..];
        if (last.AsSpan().ContainsAny(NotPlain))
        {
            return "*";
        }

        var simple = last.Split(':')[0];
        var mark = simple.IndexOfAny(['#', '.']);
        if (mark < 0)
        {
            return simple.Length == 0 ? "*" : simple.ToLowerInvariant();
        }

        var next = simple.IndexOfAny(['#', '.'], mark + 1);
        return next < 0 ? simple[mark..] : simple[mark..next];
    }

    private static bool LooksAround(string selector) => selector.AsSpan().ContainsAny("~+") || selector.Contains(":nth", StringComparison.Ordinal) || selector.Contains("of-type", StringComparison.Ordinal) || selector.Contains(":has", StringComparison.Ordinal);

    private Dictionary<string, StyleValue> Inline(string style)
    {
        if (!_inline.TryGetValue(style, out var parsed))
        {
            parsed = StyleProperties.Parse(style);
            _inline.Add(style, parsed);
        }

        return parsed;
    }
}
