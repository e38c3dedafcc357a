using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Rules by what an element must have to be selected: an id, a class or a name.</summary>
internal sealed class RuleIndex
{
    private readonly Dictionary<string, List<Rule>> _ofIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Rule>> _ofClasses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Rule>> _ofNames = new(StringComparer.Ordinal);
    private readonly List<Rule> _others = [];

    // Rows and cells repeat the same few names and classes.
    private readonly Dictionary<(string Name, string? Classes, string? Id), List<Rule>[]> _about = [];

    public bool IsEmpty { get; private set; } = true;

    /// <param name="key"><c>#id</c>, <c>.class</c>, a name in lower case, or a star where any element may be selected.</param>
    public void Add(string key, Rule rule)
    {
        IsEmpty = false;
        var rules = key == "*" ? _others : key[0] switch { '#' => Of(_ofIds, key[1..]), '.' => Of(_ofClasses, key[1..]), _ => Of(_ofNames, key) };
        rules.Add(rule);
    }

    /// <summary>Rules that may select the element, in one list for each of what it has.</summary>
    public IReadOnlyList<List<Rule>> About(IElement element)
    {
        var alike = (element.LocalName, _ofClasses.Count > 0 ? element.ClassName : null, _ofIds.Count > 0 ? element.Id : null);
        return _about.TryGetValue(alike, out var known) ? known : _about[alike] = [.. Lists(element).OfType<List<Rule>>()];
    }

    private IEnumerable<List<Rule>?> Lists(IElement element)
    {
        var classes = _ofClasses.Count > 0 && element.ClassName is { Length: > 0 } ? element.ClassList.Select(_ofClasses.GetValueOrDefault) : [];
        return [.. classes, _ofNames.GetValueOrDefault(element.LocalName), _others.Count > 0 ? _others : null, _ofIds.Count > 0 && element.Id is { Length: > 0 } id ? _ofIds.GetValueOrDefault(id) : null];
    }

    private static List<Rule> Of(Dictionary<string, List<Rule>> rules, string key) => rules.TryGetValue(key, out var known) ? known : rules[key] = [];
}
