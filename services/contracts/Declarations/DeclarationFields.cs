using System.Globalization;
using System.Text.Json;
using Pipeline.Text;

namespace Pipeline.Contracts.Declarations;

/// <summary>Reads the members of one JSON object and notes what is wrong with them.</summary>
public sealed class DeclarationFields
{
    private readonly Dictionary<string, PlacedJson> _values = new(StringComparer.Ordinal);
    private readonly ICollection<DeclarationFault> _faults;
    private readonly PlacedJson _value;
    private readonly string _what;

    /// <param name="what">What the object is, for messages.</param>
    /// <param name="known">Names that it may have.</param>
    public DeclarationFields(PlacedJson value, string what, IReadOnlyList<string> known, ICollection<DeclarationFault> faults)
    {
        _faults = faults;
        _value = value;
        _what = what;
        if (value.Kind != JsonTokenType.StartObject)
            faults.Add(new(value.Line, $"Here {what} must be an object: {{ … }}.", value.Column));
        foreach (var (name, line, member) in value.Members)
        {
            if (!known.Contains(name))
                faults.Add(new(line, $"'{name}' is unknown in {what}{Suggestion(name, known)}. Known are {string.Join(", ", known)}."));
            else if (!_values.TryAdd(name, member))
                faults.Add(new(line, $"'{name}' is there twice."));
        }
    }

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The member as it stands; null when it is not there.</summary>
    public PlacedJson? Value(string name) => _values.GetValueOrDefault(name);

    /// <summary>A text that must be there; empty when it is not, which is a fault.</summary>
    public string Required(string name, Func<string, string?>? fault = null)
    {
        if (!Has(name))
            _faults.Add(new(_value.Line, $"Here '{name}' is missing in {_what}.", _value.Column));
        return Text(name, fault) ?? string.Empty;
    }

    public string? Text(string name, Func<string, string?>? fault = null)
    {
        if (!_values.TryGetValue(name, out var value))
            return null;
        if (value.Kind != JsonTokenType.String || string.IsNullOrWhiteSpace(value.Text))
            return Fault<string>(value, $"'{name}' must be a text that is not empty.");
        return fault?.Invoke(value.Text) is { } problem ? Fault<string>(value, problem + ".") : value.Text;
    }

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string name, Func<string, string?>? fault = null)
    {
        var texts = new List<string>();
        foreach (var item in _values.TryGetValue(name, out var value) && value.Kind == JsonTokenType.String ? [value] : Items(name))
        {
            if (item.Kind != JsonTokenType.String || string.IsNullOrWhiteSpace(item.Text))
                _faults.Add(new(item.Line, $"'{name}' holds texts only.", item.Column));
            else if (fault?.Invoke(item.Text) is { } problem)
                _faults.Add(new(item.Line, problem + ".", item.Column));
            else
                texts.Add(item.Text);
        }

        return texts;
    }

    public IReadOnlyList<PlacedJson> Items(string name)
    {
        if (!_values.TryGetValue(name, out var value))
            return [];
        return value.Kind == JsonTokenType.StartArray ? value.Items : Fault<IReadOnlyList<PlacedJson>>(value, $"'{name}' must be a list: [ … ].") ?? [];
    }

    public bool? Flag(string name) => !_values.TryGetValue(name, out var value) ? null : value.Kind switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => Fault(value, $"'{name}' must be true or false."),
    };

    public double? Number(string name, double least, double most, bool whole)
    {
        if (!_values.TryGetValue(name, out var value))
            return null;
        if (value.Kind == JsonTokenType.Number && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && (!whole || number == Math.Floor(number)))
            return number;
        _faults.Add(new(value.Line, string.Create(CultureInfo.InvariantCulture, $"'{name}' must be a {(whole ? "whole number" : "number")} from {least} to {most}."), value.Column));
        return null;
    }

    private T? Fault<T>(PlacedJson value, string message) where T : class
    {
        _faults.Add(new(value.Line, message, value.Column));
        return null;
    }

    private bool? Fault(PlacedJson value, string message)
    {
        _faults.Add(new(value.Line, message, value.Column));
        return null;
    }

    private static string Suggestion(string name, IReadOnlyList<string> known) =>
        known.FirstOrDefault(other => other[0] != '$' && EditDistance.Between(name.ToLowerInvariant(), other.ToLowerInvariant()) <= 2) is { } near ? $"; did you mean '{near}'?" : "";
}
