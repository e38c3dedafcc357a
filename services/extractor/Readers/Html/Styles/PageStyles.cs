using System.Buffers;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>The cascade of a page, reduced to what decides what is seen and where. Linked style sheets are not loaded.</summary>
internal sealed class PageStyles
{
    /// <summary>Three of the largest frameworks pasted into a page.</summary>
    private const int MostRules = 20_000;

    /// <summary>Tries of a selector on an element, in all; a report page with a framework pasted into it needs some 100,000.</summary>
    private const int MostMatches = 1_000_000;

    private static readonly SearchValues<char> NotPlain = SearchValues.Create("()[]\\*");
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    private readonly Dictionary<string, List<Rule>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Rule>> _ofParts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, StyleValue>> _inline = new(StringComparer.Ordinal);
    private readonly bool _leavesRules;
    private int _matches;

    public PageStyles(IDocument document)
    {
        var parser = new CssSelectorParser();
        var order = 0;
        foreach (var sheet in document.QuerySelectorAll("style,link[rel~=stylesheet i]").Where(IsOfScreen).Select(Sheet))
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

                if (parser.ParseSelector(rule.Selector) is { } selector)
                {
                    var key = KeyOf(rule.Selector);
                    Bucket(rule.Pseudo.Length == 0 ? _byKey : _ofParts, key).Add(new Rule(selector, rule.Pseudo, LooksAround(rule.Selector), rule.Declarations, order++));
                }
            }
        }
    }

    /// <summary>Whether some style sheet is not part of the page, so that colours and places of its elements are not all known.</summary>
    public bool HasSheetsElsewhere { get; }

    /// <summary>Families of fonts that the page brings along.</summary>
    public HashSet<string> Fonts { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a rule is about what is generated before or after elements, or about the first of their letters.</summary>
    public bool HasParts => _ofParts.Count > 0;

    /// <summary>Whether there were more rules and elements than are tried.</summary>
    public bool IsCut => _leavesRules || HasTriedAll;

    /// <summary>Values by property name, as the page gives them; properties that it does not mention are missing.</summary>
    public IReadOnlyDictionary<string, string> Of(IElement element) =>
        Cascaded(Matching(_byKey, element, ""), element.GetAttribute("style") is { Length: > 0 } style ? Inline(style) : null);

    /// <summary>As <see cref="Of(IElement)"/> for a part of the element, such as what is generated before it.</summary>
    public IReadOnlyDictionary<string, string> Of(IElement element, string part) => Cascaded(Matching(_ofParts, element, part), null);

    private static IReadOnlyDictionary<string, string> Cascaded(List<Rule> rules, Dictionary<string, StyleValue>? inline)
    {
        if (inline is null && rules.Count == 0)
        {
            return Nothing;
        }

        var values = new Dictionary<string, StyleValue>(StringComparer.Ordinal);
        foreach (var declarations in rules.Select(rule => rule.Declarations).Append(inline ?? []))
        {
            foreach (var (name, value) in declarations)
            {
                if (value.Important || !values.TryGetValue(name, out var earlier) || !earlier.Important)
                {
                    values[name] = value;
                }
            }
        }

        return values.ToDictionary(pair => pair.Key, pair => pair.Value.Text, StringComparer.Ordinal);
    }

    private static bool IsOfScreen(IElement style) => style.GetAttribute("media") is not { Length: > 0 } media || MediaQuery.Matches(media);

    /// <summary>Null for a sheet elsewhere.</summary>
    private static StyleSheet? Sheet(IElement element) =>
        (element.LocalName == "style" ? element.TextContent : DataAddress.Text(element.GetAttribute("href") ?? "")) is { } text ? StyleSheet.Parse(text) : null;

    private bool HasTriedAll => _matches >= MostMatches;

    private List<Rule> Matching(Dictionary<string, List<Rule>> rules, IElement element, string part) =>
        rules.Count == 0 ? [] : Candidates(rules, element).Where(rule => rule.Part == part && Matches(rule, element)).OrderBy(rule => rule.Selector.Specificity).ThenBy(rule => rule.Order).ToList();

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

    private static IEnumerable<Rule> Candidates(Dictionary<string, List<Rule>> rules, IElement element)
    {
        var keys = element.ClassList.Select(name => "." + name).Append(element.LocalName).Append("*");
        foreach (var key in element.Id is { Length: > 0 } id ? keys.Append("#" + id) : keys)
        {
            foreach (var rule in rules.GetValueOrDefault(key, []))
            {
                yield return rule;
            }
        }
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

    private static List<Rule> Bucket(Dictionary<string, List<Rule>> rules, string key) => rules.TryGetValue(key, out var bucket) ? bucket : rules[key] = [];

    private Dictionary<string, StyleValue> Inline(string style)
    {
        if (!_inline.TryGetValue(style, out var parsed))
        {
            parsed = StyleProperties.Parse(style);
            _inline.Add(style, parsed);
        }

        return parsed;
    }

    private sealed record Rule(ISelector Selector, string Part, bool LooksAround, IReadOnlyDictionary<string, StyleValue> Declarations, int Order);
}
