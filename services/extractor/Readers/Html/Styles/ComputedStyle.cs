using System.Collections;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>
/// Values of an element's style by property, as the page gives them; properties that it does not mention are missing. Elements that are styled alike
/// share one object, so that what follows from it is found out once.
/// </summary>
internal sealed class ComputedStyle : IEnumerable<KeyValuePair<string, string>>
{
    public static readonly ComputedStyle None = new([]);

    private readonly Dictionary<string, string> _values;
    private bool? _isFollowed;

    public ComputedStyle(Dictionary<string, string> values)
    {
        _values = values;
        foreach (var (name, value) in values)
        {
            SetsVariables |= name.StartsWith("--", StringComparison.Ordinal);
            UsesVariables |= value.Contains("var(", StringComparison.Ordinal);
        }
    }

    public int Count => _values.Count;

    public Dictionary<string, string>.KeyCollection Keys => _values.Keys;

    /// <summary>Whether it sets custom properties.</summary>
    public bool SetsVariables { get; }

    /// <summary>Whether a value depends on custom properties.</summary>
    public bool UsesVariables { get; }

    /// <summary>Whether all that it says is followed here.</summary>
    public bool IsFollowed => _isFollowed ??= _values.All(pair => FollowedStyle.Follows(pair.Key, pair.Value));

    public bool ContainsKey(string property) => _values.Count > 0 && _values.ContainsKey(property);

    /// <summary>Null where the property is missing.</summary>
    public string? GetValueOrDefault(string property) => _values.Count > 0 && _values.TryGetValue(property, out var value) ? value : null;

    public string GetValueOrDefault(string property, string otherwise) => GetValueOrDefault(property) ?? otherwise;

    public bool TryGetValue(string property, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => (value = GetValueOrDefault(property)) is not null;

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
