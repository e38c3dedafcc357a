using Pipeline.Crawler.Politeness;

namespace Pipeline.Crawler.Sources;

/// <summary>How politely each host is treated: as its source says, else as all.</summary>
internal sealed class SourcePaces(PaceOptions usual, SourceCatalog sources)
{
    /// <param name="host">As <see cref="HostName.Of"/> gives it.</param>
    public PaceOptions Of(string host)
    {
        foreach (var source in sources.All)
            if (source is { Delay: not null } or { Connections: not null } && source.Hosts.Any(pattern => Names(pattern, host)))
                return usual with { LeastGap = source.Delay ?? usual.LeastGap, Connections = source.Connections ?? usual.Connections };
        return usual;
    }

    // A host is one machine: its ports share one pace.
    private static bool Names(string pattern, string host)
    {
        var colon = pattern.LastIndexOf(':');
        var name = colon > 0 && !pattern.EndsWith(']') ? pattern.AsSpan(0, colon) : pattern;
        return name.StartsWith("*.") ? host.AsSpan().EndsWith(name[1..], StringComparison.OrdinalIgnoreCase) : name.Equals(host, StringComparison.OrdinalIgnoreCase);
    }
}
