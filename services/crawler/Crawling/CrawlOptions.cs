using System.ComponentModel.DataAnnotations;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Crawling;

/// <summary>How this process crawls. Every number has its default stated.</summary>
public sealed record CrawlOptions
{
    /// <summary>Least time between the starts of two requests to one host. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Requests under way to one host at a time. Default 1.</summary>
    [Range(1, 16)]
    public int ConnectionsPerHost { get; init; } = 1;

    /// <summary>Hosts visited at the same time. Default 512: a second of gap each is what two cores can fetch and read.</summary>
    [Range(1, 16_384)]
    public int Hosts { get; init; } = 512;

    /// <summary>How often and how late a failed request is made again.</summary>
    public RetryOptions Retries { get; init; } = new();

    /// <summary>How the crawler introduces itself: name, version and contact.</summary>
    public UserAgent UserAgent { get; init; } = new();

    /// <summary>Loopback or private addresses, <c>HOST:PORT</c>, that may be visited all the same.</summary>
    public IReadOnlyList<string> AllowPrivate { get; init; } = [];
}
