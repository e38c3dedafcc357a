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
    private bool? _isHidden;
    private bool? _isPlain;
    private bool? _cutsOff;
    private TransformEffect? _transform;

    public ComputedStyle(Dictionary<string, string> values)
    {
        _values = values;
        if (values.Count == 0)
        {
            // Pages that are read at once share the empty style: nothing of it is left to be found out.
            (_isFollowed, _isPlain, _isHidden, _cutsOff, _transform) = (true, true, false, false, TransformEffect.None);
        }

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

    /// <summary>Whether it alone takes an element out of the page.</summary>
    public bool IsHidden => _isHidden ??= _values.Count > 0 && HiddenStyle.Is(this);

    /// <summary>Whether no trick of painting can be in it.</summary>
    public bool IsPlain => _isPlain ??= PlainStyle.Is(this);

    /// <summary>Whether text beyond the box is not seen.</summary>
    public bool CutsOff => _cutsOff ??= HiddenStyle.CutsOff(this);

    public TransformEffect Transform => _transform ??= TransformValue.Of(this);

    public bool ContainsKey(string property) => _values.Count > 0 && _values.ContainsKey(property);

    /// <summary>Null where the property is missing.</summary>
    public string? GetValueOrDefault(string property) => _values.Count > 0 && _values.TryGetValue(property, out var value) ? value : null;

    public string GetValueOrDefault(string property, string otherwise) => GetValueOrDefault(property) ?? otherwise;

    public bool TryGetValue(string property, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => (value = GetValueOrDefault(property)) is not null;

    /// <summary>Pixels; null where the property is missing or relative.</summary>
    public double? Pixels(string property) => CssLength.Pixels(GetValueOrDefault(property));

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
