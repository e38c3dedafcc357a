namespace Pipeline.Crawler.Frontier;

/// <summary>How often visits to a source came to an outcome; the reason only for addresses left alone.</summary>
public sealed record OutcomeCount
{
    public string Source { get; init; } = "";

    public VisitOutcome Outcome { get; init; }

    public string? Reason { get; init; }

    public long Count { get; init; }
}

/// <summary>What a source cost and brought in a crawl.</summary>
public sealed record SourceTally
{
    public string Source { get; init; } = "";

    public long Requests { get; init; }

    public long Bytes { get; init; }

    public long Documents { get; init; }

    public long Lists { get; init; }

    public long LostLists { get; init; }

    public long Explored { get; init; }
}

/// <summary>An address that ended badly.</summary>
public sealed record TroubledUrl
{
    public string Source { get; init; } = "";

    public string Url { get; init; } = "";

    public VisitOutcome Outcome { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A number for a source.</summary>
public sealed record SourceCount
{
    public string Source { get; init; } = "";

    public long Count { get; init; }
}

/// <summary>Links that announce reports and lead to a host that no source names.</summary>
public sealed record SourceLead
{
    public string Source { get; init; } = "";

    public string Host { get; init; } = "";

    public long Links { get; init; }

    /// <summary>1 where they are followed all the same, else 0.</summary>
    public long Followed { get; init; }

    public string Sample { get; init; } = "";
}

/// <summary>An address of a source, and what was said of it.</summary>
public sealed record SourceAddress
{
    public string Source { get; init; } = "";

    public string Url { get; init; } = "";

    public string Reason { get; init; } = "";
}
