using System.ComponentModel.DataAnnotations;

namespace Pipeline.Crawler.Politeness;

/// <summary>How politely a host is treated. Every number has its default stated.</summary>
public sealed record PaceOptions
{
    /// <summary>Least time between the starts of two requests to one host. Default 1 s: half to one second is proven in the field.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LeastGap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A gap is stretched by a random share of itself up to this, and never shortened. Default 0.3.</summary>
    [Range(0.0, 2.0)]
    public double Jitter { get; init; } = 0.3;

    /// <summary>Requests under way to one host at a time. Default 1.</summary>
    [Range(1, 16)]
    public int Connections { get; init; } = 1;

    /// <summary>A host whose answers take longer than this to begin is slow and rests as long as it worked. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan SlowLatency { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Least gap of a host that shows strain, before it is doubled per step of strain; also the rest after a request that we broke off. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan StrainGap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>No gap grows beyond this by slowness or strain. Default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LongestGap { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A longer Crawl-delay is cut to this, and the host gets as many requests a night as the whole delay leaves room for: fewer pages, not none. Default 20 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan LongestCrawlDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A longer Retry-After is cut to this: the next night asks anew. Default 24 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A turn that was never given back lapses after this. Longer than the longest fetch. Default 6 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan TurnTime { get; init; } = TimeSpan.FromMinutes(6);

    /// <summary>Hours in which the host may be visited. Default: always.</summary>
    public VisitWindow? Window { get; init; }
}
