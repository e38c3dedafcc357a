using System.Collections.Concurrent;
using System.Globalization;

namespace Pipeline.Crawler.Sources;

/// <summary>Which source, if any, an address belongs to: nothing else is visited.</summary>
public sealed class SourceScope(IReadOnlyList<Source> sources)
{
    private readonly ConcurrentDictionary<string, Source?> _known = new(StringComparer.Ordinal);

    /// <summary>The source of an address, that of the page it was found on first; null when it belongs to none.</summary>
    public Source? Of(Uri url, Source? preferred = null)
    {
        if (preferred is not null && Holds(preferred, url))
            return preferred;
        // One entry per host of the sources and of the links that lead out: bounded by clearing, since strangers are many.
        if (_known.Count > 20_000)
            _known.Clear();
        return _known.GetOrAdd(url.Authority, _ => sources.FirstOrDefault(source => Holds(source, url)));
    }

    private static bool Holds(Source source, Uri url)
    {
        foreach (var pattern in source.Hosts)
            if (Matches(pattern, url))
                return true;
        return false;
    }

    private static bool Matches(string pattern, Uri url)
    {
        var colon = pattern.LastIndexOf(':');
        var hasPort = colon > 0 && !pattern.EndsWith(']');
        var host = hasPort ? pattern.AsSpan(0, colon) : pattern;
        if (hasPort ? !pattern.AsSpan(colon + 1).SequenceEqual(url.Port.ToString(CultureInfo.InvariantCulture)) : !url.IsDefaultPort)
            return false;
        return host.StartsWith("*.")
            ? url.Host.AsSpan().EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(url.Host, StringComparison.OrdinalIgnoreCase);
    }
}
