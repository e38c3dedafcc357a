using System.ComponentModel.DataAnnotations;

namespace Pipeline.Crawler.Robots;

/// <summary>How robots.txt files are kept.</summary>
internal sealed record RobotsOptions
{
    /// <summary>How long a file is taken as known. Default 12 h: one night. RFC 9309, 2.4 allows 24 h at most.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Longest pause between two requests for a file that fails; whoever asks about the host waits meanwhile. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause before a host that could not be asked after several attempts is asked again. Default 30 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan UnreachablePause { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Redirects followed. Default 10; RFC 9309, 2.3.1.2 asks for at least five.</summary>
    [Range(5, 50)]
    public int Redirects { get; init; } = 10;
}
