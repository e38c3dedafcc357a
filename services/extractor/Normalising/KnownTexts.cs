using System.Collections.Concurrent;

namespace Pipeline.Extractor.Normalising;

/// <summary>What was found for texts that were met before: the same labels and headings stand on every page of the genre.</summary>
/// <param name="find">Finds it for a text that is new.</param>
internal sealed class KnownTexts<T>(Func<string, T> find)
{
    // Only keeps hostile pages from growing it for ever.
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);

    public T this[string text]
    {
        get
        {
            if (_known.TryGetValue(text, out var known))
                return known;
            var found = find(text);
            if (_known.Count < Most)
                _known[text] = found;
            return found;
        }
    }
}
