using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Rules by what an element must have to be selected: an id, a class or a name.</summary>
internal sealed class RuleIndex
{
    private readonly Dictionary<string, List<Rule>> _ofIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Rule>> _ofClasses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Rule>> _ofNames = new(StringComparer.Ordinal);
    private readonly List<Rule> _others = [];

    public bool IsEmpty { get; private set; } = true;

    /// <param name="key"><c>#id</c>, <c>.class</c>, a name in lower case, or a star where any element may be selected.</param>
    public void Add(string key, Rule rule)
    {
        IsEmpty = false;
        var rules = key == "*" ? _others : key[0] switch { '#' => Of(_ofIds, key[1..]), '.' => Of(_ofClasses, key[1..]), _ => Of(_ofNames, key) };
        rules.Add(rule);
    }

    /// <summary>Rules that may select the element.</summary>
    public IEnumerable<Rule> About(IElement element)
    {
        if (_ofClasses.Count > 0 && element.ClassName is { Length: > 0 })
        {
            foreach (var name in element.ClassList)
            {
                foreach (var rule in Known(_ofClasses, name))
                    yield return rule;
            }
        }

        foreach (var rule in Known(_ofNames, element.LocalName))
            yield return rule;
        foreach (var rule in _others)
            yield return rule;
        if (_ofIds.Count > 0 && element.Id is { Length: > 0 } id)
        {
            foreach (var rule in Known(_ofIds, id))
                yield return rule;
        }
    }

    private static List<Rule> Known(Dictionary<string, List<Rule>> rules, string key) => rules.GetValueOrDefault(key) ?? None;

    private static readonly List<Rule> None = [];

    private static List<Rule> Of(Dictionary<string, List<Rule>> rules, string key) => rules.TryGetValue(key, out var known) ? known : rules[key] = [];
}
