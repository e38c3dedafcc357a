using Pipeline.Contracts.Declarations;

namespace Pipeline.Crawler.Sources;

/// <summary>Reads sources files, and makes sources of bare start addresses. Every fault of a file is told, with its line.</summary>
public static class SourceReader
{
    /// <param name="path">Name to show in messages.</param>
    /// <exception cref="SourcesFileException">Something in the file is wrong.</exception>
    public static SourcesFile Read(ReadOnlySpan<byte> json, string path)
    {
        var faults = new List<DeclarationFault>();
        var file = PlacedJson.Parse(json, faults) is { } root ? ReadRoot(root, faults) : null;
        if (faults.Count > 0 || file is null)
            throw new SourcesFileException(path, [.. faults.OrderBy(fault => fault.Line)]);
        return file;
    }

    /// <summary>A source for a start address alone: its host, and nothing but.</summary>
    public static Source Seed(Uri start) => new() { Name = start.Authority, Start = [start], Hosts = HostsOf([start]) };

    /// <summary>A source for an address whose own is not known to this process: its host, the body's other hosts, and the same name with or without www.</summary>
    internal static Source Alone(Uri url, string name)
    {
        var bare = url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host;
        return new() { Name = name, Start = [url], Hosts = [.. HostsOf([url]), bare, $"www.{bare}"] };
    }

    /// <summary>The hosts of start addresses, as patterns; beside www.example.gov.cn also the body's other hosts, *.example.gov.cn.</summary>
    internal static IReadOnlyList<string> HostsOf(IEnumerable<Uri> starts) =>
        [.. starts.SelectMany(start => Siblings(start) is { } siblings ? [start.Authority, siblings] : new[] { start.Authority }).Distinct(StringComparer.OrdinalIgnoreCase)];

    // www.qinglan.gov.cn → *.qinglan.gov.cn. Elsewhere than under gov.cn neighbours may be strangers.
    private static string? Siblings(Uri start)
    {
        var labels = start.Host.Split('.');
        return labels.Length >= 4 && labels[^1] == "cn" && labels[^2] == "gov" ? $"*.{string.Join('.', labels[1..])}{(start.IsDefaultPort ? "" : $":{start.Port}")}" : null;
    }

    private static SourcesFile? ReadRoot(PlacedJson root, List<DeclarationFault> faults)
    {
        var fields = new DeclarationFields(root, "the sources file", ["$schema", "allowPrivate", "sources"], faults);
        var allowed = fields.Texts("allowPrivate", text => Fetching.AllowedEndpoint.TryParse(text, out _) ? null : $"'{text}' is no address to allow: write HOST:PORT, such as 127.0.0.1:8080");
        var sources = new List<Source>();
        foreach (var item in fields.Items("sources"))
            if (SourceEntry.Read(item, faults) is { } source)
            {
                if (sources.Any(other => other.Name == source.Name))
                    faults.Add(new(item.Line, $"There are two sources named '{source.Name}': names are unique."));
                sources.Add(source);
            }

        if (sources.Count == 0 && faults.Count == 0)
            faults.Add(new(root.Line, "There is no source: write \"sources\": [{ \"name\": \"…\", \"start\": [\"https://…\"] }]."));
        return new(sources, allowed);
    }
}
