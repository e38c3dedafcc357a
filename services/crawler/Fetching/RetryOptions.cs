using System.ComponentModel.DataAnnotations;

namespace Pipeline.Crawler.Fetching;

/// <summary>How often and how late a failed request is made again.</summary>
public sealed record RetryOptions
{
    /// <summary>Requests in all for a failure that may pass by itself. Default 3.</summary>
    [Range(1, 20)]
    public int Attempts { get; init; } = 3;

    /// <summary>Requests in all for 429 and 503, which speak of the host's load and not of the page. Default 6.</summary>
    [Range(1, 50)]
    public int AttemptsUnderLoad { get; init; } = 6;

    /// <summary>Pause before the second request; each further one waits twice as long. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>No pause of ours is longer; one that the server asks for may be. Default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(10);
}
