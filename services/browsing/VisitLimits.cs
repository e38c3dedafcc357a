namespace Pipeline.Browsing;

/// <summary>What one page may cost.</summary>
public sealed record VisitLimits
{
    /// <summary>Time that the page may take for itself; waiting for the crawl's own requests, which keep the host's pace, does not count. Default 40 s: what takes five on a machine of its own takes as long on a crowded one.</summary>
    public TimeSpan OwnTime { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Time from beginning to end, whatever it is spent on. Default 3 min.</summary>
    public TimeSpan WholeTime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Requests that its scripts may try, those that are refused included. Default 400: the crawl makes 60 of them.</summary>
    public int Tries { get; init; } = 400;

    /// <summary>Memory of the browser's processes together, in bytes. Default 1.5 GiB: the browser alone takes a quarter of it.</summary>
    public long Memory { get; init; } = 1536L << 20;

    /// <summary>Parts of a list that are turned where no request explains them. Default 20.</summary>
    public int Parts { get; init; } = 20;

    /// <summary>Rows that are clicked to see where they lead. Default 12.</summary>
    public int Rows { get; init; } = 12;
}
