namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>
/// Declarations laid over each other in one order. Rows and cells repeat the same few, so the style that comes of them is worked out once a page and
/// then only looked up.
/// </summary>
/// <param name="before">What lies below; null at the start.</param>
internal sealed class Cascade(Cascade? before, IReadOnlyDictionary<string, StyleValue> declarations)
{
    private static readonly Dictionary<string, StyleValue> Nothing = [];

    // Most steps have one successor: a dictionary for each would be most of a large page's memory.
    private Cascade? _first;
    private Dictionary<IReadOnlyDictionary<string, StyleValue>, Cascade>? _others;
    private ComputedStyle? _style;

    /// <summary>Of elements that no rule is about.</summary>
    public static Cascade Start() => new(null, Nothing) { _style = ComputedStyle.None };

    public ComputedStyle Style => _style ??= Resolved();

    private IReadOnlyDictionary<string, StyleValue> Declarations => declarations;

    /// <summary>With declarations that win against those before, but for important ones.</summary>
    public Cascade With(IReadOnlyDictionary<string, StyleValue> next)
    {
        _first ??= new Cascade(this, next);
        if (ReferenceEquals(_first.Declarations, next))
        {
            return _first;
        }

        _others ??= new(ReferenceEqualityComparer.Instance);
        return _others.TryGetValue(next, out var known) ? known : _others[next] = new Cascade(this, next);
    }

    private ComputedStyle Resolved()
    {
        var steps = new Stack<IReadOnlyDictionary<string, StyleValue>>([declarations]);
        for (var step = before; step is not null; step = step.Before)
        {
            steps.Push(step.Declarations);
        }

        var values = new Dictionary<string, StyleValue>(StringComparer.Ordinal);
        foreach (var (name, value) in steps.SelectMany(step => step))
        {
            if (value.Important || !values.TryGetValue(name, out var earlier) || !earlier.Important)
            {
                values[name] = value;
            }
        }

        return new ComputedStyle(values.ToDictionary(pair => pair.Key, pair => pair.Value.Text, StringComparer.Ordinal));
    }

    private Cascade? Before => before;
}
