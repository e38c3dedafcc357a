namespace Pipeline.Crawler.Sources;

/// <summary>The sources that this process has crawled or is crawling: who treats their hosts, or fetches one of their addresses anew, goes by what they say.</summary>
public sealed class SourceCatalog
{
    private readonly Lock _turn = new();
    private volatile IReadOnlyList<Source> _sources = [];

    public IReadOnlyList<Source> All => _sources;

    /// <summary>Takes over what the sources of a crawl say, in place of what was said before under the same names.</summary>
    public void Take(IReadOnlyList<Source> sources)
    {
        lock (_turn)
            _sources = [.. sources, .. _sources.ExceptBy(sources.Select(source => source.Name), source => source.Name)];
    }

    /// <summary>The source of the name that an address is kept under, else one that holds its host; null when this process knows neither.</summary>
    public Source? Of(string name, Uri url) => _sources.FirstOrDefault(source => source.Name == name) ?? new SourceScope(_sources).Of(url);
}
