using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>Says when the sources' budgets for exploring are spent, while one host is visited.</summary>
internal sealed class ExploringLimit(ActiveCrawl crawl, UrlFrontier frontier, TimeProvider clock)
{
    private readonly Dictionary<string, (int Found, SourceYears Years)> _years = new(StringComparer.Ordinal);

    /// <returns>What was found of the source, when no more may be explored; null when the address may be visited.</returns>
    public async Task<SourceYears?> IsSpent(KnownUrl next, CancellationToken cancellation)
    {
        if (crawl.Explores || !Exploring.Is(next))
            return null;
        var found = crawl.Progress.Found;
        // Asked of the database only after something was found: meanwhile nothing can have changed.
        if (!_years.TryGetValue(next.Source, out var known) || known.Found != found)
            _years[next.Source] = known = (found, SourceYears.Of(await frontier.Documents(next.Source, cancellation), crawl.Run.StartedAt, clock.GetUtcNow()));
        return ExploringBudget.Of(known.Years) is { } most && crawl.Progress.ExploredOf(next.Source) >= most ? known.Years : null;
    }
}
