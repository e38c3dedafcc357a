using System.ComponentModel.DataAnnotations;

namespace Pipeline.Crawler.Fetching;

/// <summary>Bounds of one request. Every number has its default stated.</summary>
internal sealed record FetchOptions
{
    public UserAgent UserAgent { get; init; } = new();

    /// <summary>Largest body, decoded. Default 32 MiB: scanned reports reach 20.</summary>
    [Range(1024, 1 << 30)]
    public int LargestBody { get; init; } = 32 << 20;

    /// <summary>Largest response header. Default 32 KiB.</summary>
    [Range(1, 1024)]
    public int LargestHeaderKib { get; init; } = 32;

    /// <summary>Decoded bytes per byte sent, beyond the first MiB. Default 200: a page of blanks reaches 100, a bomb 1000.</summary>
    [Range(10, 2000)]
    public int LargestRatio { get; init; } = 200;

    /// <summary>To look up the name and connect, TLS included. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the start to the end of the response's header. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan HeaderTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest silence within a body. Default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan SilentTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From the start to the end of a small body. Default 45 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan TotalTime { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Bytes that buy a body another second beyond <see cref="TotalTime"/>. Default 32 KiB: slow sites serve large scans, endless pages trickle.</summary>
    [Range(1, 1 << 30)]
    public int LeastRate { get; init; } = 32 << 10;

    /// <summary>No fetch takes longer. Default 4 min; the time of a turn at a host must exceed it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan LongestTime { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>Beginnings of media types whose bodies are not read. Default: video, audio and fonts.</summary>
    public IReadOnlyList<string> UnwantedMedia { get; init; } = ["video/", "audio/", "font/"];
}
