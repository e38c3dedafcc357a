using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>A crawl under way: its run in the frontier, its sources, and how far it has come.</summary>
internal sealed class ActiveCrawl(CrawlRunState run, CrawlPlan plan, ProgressTracker progress)
{
    private readonly Dictionary<string, Source> _sources = plan.Sources.ToDictionary(source => source.Name, StringComparer.Ordinal);

    public CrawlRunState Run => run;

    public ProgressTracker Progress => progress;

    /// <summary>How often a browser was opened on each host.</summary>
    public BrowserVisits Browser { get; } = new();

    /// <summary>Parts of sites that answer with errors.</summary>
    public FailingShapes Failing { get; } = new();

    /// <summary>Names of links that lead to reports, as earlier crawls have learned them.</summary>
    public IReadOnlySet<string> ProvenNames { get; init; } = new HashSet<string>();

    /// <summary>Whether it visits what nothing names without a budget.</summary>
    public bool Explores => plan.Explores;

    /// <summary>Number under which the frontier's tables know it.</summary>
    public long Number => run.Number;

    public SourceScope Scope { get; } = new(plan.Sources);

    public Source SourceOf(KnownUrl known) => _sources[known.Source];
}
