using System.ComponentModel.DataAnnotations;

namespace Pipeline.Store.Sweeping;

/// <summary>When work that stalled is sent again, and when it ends as a failure.</summary>
public sealed class SweepOptions
{
    /// <summary>Pause between two looks at the database. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time that a document gets before it is sent again; doubles with every attempt. Default 5 minutes: longer than the slowest document takes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan FirstPatience { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Times that a document is sent again before it counts as failed. Default 5: with doubling patience about five hours.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>Documents sent again in one go. Default 200.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 200;
}
