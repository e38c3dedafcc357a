using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>Tells from the frontier what crawls have learned of sources. Asks no site.</summary>
public sealed class SourceStandings(CrawlFrontier frontier, TimeProvider clock) : ISourceKnowledge
{
    private const int MostFindings = 5;

    public async Task<SourceStanding> Of(string source, CancellationToken cancellation)
    {
        await frontier.Prepare(cancellation);
        var years = SourceYears.Of(await frontier.Urls.Documents(source, cancellation), DateTimeOffset.MaxValue, clock.GetUtcNow());
        var lists = await frontier.Runs.Lists(source, cancellation);
        var recipes = (await frontier.Runs.Recipes(source, cancellation)).ToDictionary(row => row.Source, row => (int)row.Count, StringComparer.Ordinal);
        return new(source, years, lists, recipes, await Waiting(source, cancellation));
    }

    async Task<SourceKnowledge> ISourceKnowledge.Know(string source, CancellationToken cancellation)
    {
        var (_, years, lists, recipes, waiting) = await Of(source, cancellation);
        return new(years.Documents, lists, recipes.GetValueOrDefault(ListRecipe.Scripts), recipes.GetValueOrDefault(ListRecipe.Browser), years.Years, years.Missing, waiting);
    }

    private async Task<IReadOnlyList<string>> Waiting(string source, CancellationToken cancellation)
    {
        var waiting = new List<string>();
        foreach (var lead in (await frontier.Runs.OpenLeads(source, cancellation)).Take(MostFindings))
            waiting.Add($"{lead.Links} reports on {lead.Host}, which is no host of it");
        var unread = await frontier.Runs.Unread(source, ContentClassification.NeedsBrowser, cancellation);
        if (unread > 0)
            waiting.Add($"{unread} columns whose rows only a browser shows");
        var cut = await frontier.Runs.Unread(source, ContentClassification.NeedsBrowserForMore, cancellation);
        if (cut > 0)
            waiting.Add($"{cut} lists whose further rows only a browser shows");
        foreach (var left in (await frontier.Runs.Left(source, cancellation)).Take(MostFindings))
            waiting.Add($"{left.Count} addresses: {left.Reason}");
        return waiting;
    }
}
