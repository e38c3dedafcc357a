using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>Proposes sources: reads a portal's lists of departments and townships, and looks for the column of reports of each. Asks as politely as a crawl.</summary>
public sealed class SourceDiscovery(DryRunner dryRuns)
{
    // The page itself, its lists of departments and of townships, and their parts.
    private const int MostLists = 12;

    // The largest city has fewer.
    private const int MostBodies = 1_000;

    // From a body's page over its disclosure page to the column.
    private const int MostHops = 3;

    // Reasons that a link is worth a hop: a column of disclosure, or better.
    private const int OnTheWay = 75;

    public async Task<ProposedSources> Find(Uri portal, CancellationToken cancellation)
    {
        var (bodies, common, trouble) = await Bodies(portal, cancellation);
        var sources = new List<ProposedSource>();
        foreach (var (name, page) in bodies)
            sources.Add(await Column(page, common, cancellation) is { } column ? new(name, column, true) : new(name, page, false));
        return new(sources, trouble);
    }

    // The bodies, and what the portal links beside them: its own columns stand in the menu of every page.
    private async Task<(IReadOnlyList<(string Name, Uri Page)> Bodies, HashSet<string> Common, string? Trouble)> Bodies(Uri portal, CancellationToken cancellation)
    {
        var (waiting, seen) = (new Queue<Uri>([portal]), new HashSet<string>(StringComparer.Ordinal) { portal.AbsoluteUri });
        var (bodies, names, common) = (new List<(string, Uri)>(), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var trouble = (string?)null;
        for (var read = 0; read < MostLists && waiting.TryDequeue(out var page); read++)
        {
            var look = await dryRuns.Look(page, SourceReader.Seed(page), cancellation);
            if (read == 0 && look.HasFailed)
                trouble = look.State;
            foreach (var link in look.Links)
            {
                var text = link.Text.Trim();
                if (link.Kind == LinkKind.Page && ReportWords.NamesOneBody(text))
                {
                    if (bodies.Count < MostBodies && names.Add(text))
                        bodies.Add((text, link.Url));
                    continue;
                }

                common.Add(link.Url.AbsoluteUri);
                if ((ReportWords.NamesBodies(text) || link.Kind == LinkKind.Continuation && link.Url.Query == page.Query) && link.Url.Authority == portal.Authority && seen.Add(link.Url.AbsoluteUri))
                    waiting.Enqueue(link.Url);
            }
        }

        return (bodies, common, trouble);
    }

    private async Task<Uri?> Column(Uri page, HashSet<string> common, CancellationToken cancellation)
    {
        for (var hop = 0; hop < MostHops; hop++)
        {
            var own = (await dryRuns.Look(page, SourceReader.Seed(page), cancellation)).Links.Where(link => link.Followed && link.Score > 0 && !common.Contains(link.Url.AbsoluteUri)).ToList();
            if (own.Any(link => IsReport(link.Text)))
                return page;
            if (own.FirstOrDefault(link => link.Kind == LinkKind.Page && (ReportWords.NamesReport(link.Text) || ReportWords.NamesAnnual(link.Text))) is { } column)
                return column.Url;
            if (own.FirstOrDefault(link => link.Kind == LinkKind.Page && link.Score >= OnTheWay) is not { } next || next.Url == page)
                return null;
            page = next.Url;
        }

        return null;
    }

    private static bool IsReport(string text) => (ReportWords.NamesReport(text) || ReportWords.NamesAnnual(text)) && SourceYears.YearOf(text) is not null;
}
