namespace Pipeline.Crawler.Sources;

/// <summary>One body's site, or several of its sites, as the sources file or a start address on the command line states it.</summary>
public sealed record Source
{
    /// <summary>Name of the body; unique among the sources.</summary>
    public required string Name { get; init; }

    /// <summary>Whether these hosts are the body's own. Hosts under gov.cn are official without it; null leaves it to the host's name.</summary>
    public bool? Official { get; init; }

    /// <summary>Addresses to begin at; at least one.</summary>
    public required IReadOnlyList<Uri> Start { get; init; }

    /// <summary>Hosts that may be visited, as <c>www.example.gov.cn</c>, <c>*.example.gov.cn</c>, each with <c>:port</c> where it is not the usual one.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Most clicks away from a start address. Default 12.</summary>
    public int MaxDepth { get; init; } = 12;

    /// <summary>Most requests in one crawl. Default 20,000.</summary>
    public int MaxPages { get; init; } = 20_000;

    /// <summary>Words that raise a link beside those that the crawler knows.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Whether reports on neighbouring hosts that its pages announce are taken too. Default: they are.</summary>
    public FollowRule Follow { get; init; }

    /// <summary>When to crawl it, as a Quartz cron expression; null follows the nightly schedule.</summary>
    public string? Schedule { get; init; }

    /// <summary>Whether it is left alone until somebody resumes it. Default: it is crawled.</summary>
    public bool Paused { get; init; }

    /// <summary>Least time between two requests to one of its hosts; null takes the crawl's.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Requests at a time to one of its hosts; null takes the crawl's.</summary>
    public int? Connections { get; init; }
}
