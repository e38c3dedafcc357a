using System.Buffers;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>The cascade of a page, reduced to what decides what is seen and where. Linked style sheets are not loaded.</summary>
internal sealed class PageStyles
{
    /// <summary>Rules that are tried on every element cost time; frameworks pasted into a page are cut here.</summary>
    private const int MostRules = 5_000;

    /// <summary>Tries of a selector on an element, in all; a report page with a framework pasted into it needs some 100,000.</summary>
    private const int MostMatches = 1_000_000;

    private static readonly SearchValues<char> NotPlain = SearchValues.Create("()[]\\*");

    private readonly Dictionary<string, List<Rule>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, StyleValue>> _inline = new(StringComparer.Ordinal);
    private int _matches;

    public PageStyles(IDocument document)
    {
        var parser = new CssSelectorParser();
        var order = 0;
        foreach (var style in document.GetElementsByTagName("style").Where(Matches))
        {
            foreach (var rule in StyleSheet.Parse(style.TextContent).Take(MostRules - Math.Min(order, MostRules)))
            {
                if (parser.ParseSelector(rule.Selector) is { } selector)
                {
                    Bucket(KeyOf(rule.Selector)).Add(new Rule(selector, rule.Declarations, order++));
                }
            }
        }
    }

    /// <summary>Values by property name, as the page gives them; properties that it does not mention are missing.</summary>
    public IReadOnlyDictionary<string, string> Of(IElement element)
    {
        var inline = element.GetAttribute("style") is { Length: > 0 } style ? Inline(style) : null;
        var rules = _byKey.Count == 0 ? [] : Candidates(element).Where(rule => _matches++ < MostMatches && rule.Selector.Match(element, element)).OrderBy(rule => rule.Selector.Specificity).ThenBy(rule => rule.Order).ToList();
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

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    private static bool Matches(IElement style) =>
        style.GetAttribute("media") is not { Length: > 0 } media || !media.Contains("print", StringComparison.OrdinalIgnoreCase) || media.Contains("screen", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<Rule> Candidates(IElement element)
    {
        var keys = element.ClassList.Select(name => "." + name).Append(element.LocalName).Append("*");
        foreach (var key in element.Id is { Length: > 0 } id ? keys.Append("#" + id) : keys)
        {
            foreach (var rule in _byKey.GetValueOrDefault(key, []))
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

    private List<Rule> Bucket(string key) => _byKey.TryGetValue(key, out var bucket) ? bucket : _byKey[key] = [];

    private Dictionary<string, StyleValue> Inline(string style)
    {
        if (!_inline.TryGetValue(style, out var parsed))
        {
            parsed = StyleProperties.Parse(style);
            _inline.Add(style, parsed);
        }

        return parsed;
    }

    private sealed record Rule(ISelector Selector, IReadOnlyDictionary<string, StyleValue> Declarations, int Order);
}
