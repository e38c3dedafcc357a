using Pipeline.Contracts.Ports;

namespace Pipeline.Store.Dashboard;

/// <summary>How one source of the sources file does.</summary>
public sealed record SourceFigures
{
    public required string Source { get; init; }

    /// <summary>Addresses known of it: documents, and start pages that failed once.</summary>
    public long Documents { get; init; }

    /// <summary>Those that answered with content at their last visit.</summary>
    public long Answering { get; init; }

    /// <summary>Those without a usable answer at their last visit.</summary>
    public long Failing { get; init; }

    /// <summary>Those of them that were not asked because robots.txt cannot be reached.</summary>
    public long RobotsUnreachable { get; init; }

    /// <summary>Those that the site declines (challenge, login, robots.txt) or a rule of ours forbids.</summary>
    public long Refused { get; init; }

    /// <summary>Those that are gone.</summary>
    public long Gone { get; init; }

    /// <summary>Its last visit of all.</summary>
    public required DateTimeOffset LastChecked { get; init; }

    /// <summary>When it last brought new content; null when it never did.</summary>
    public DateTimeOffset? LastReport { get; init; }

    /// <summary>When an address of it last answered with content; null when none ever did.</summary>
    public DateTimeOffset? LastAnswer { get; init; }

    /// <summary>The first failure after the last answer; null when none followed it.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>What its last crawl came to; null before one has ended.</summary>
    public SourceResult? LastCrawl { get; init; }

    /// <summary>When that crawl began; null before one has ended.</summary>
    public DateTimeOffset? LastCrawlAt { get; init; }

    /// <summary>Whether the sources file says that it is left alone: no alarm stands then.</summary>
    public bool IsPaused { get; init; }

    /// <summary>How it stood when it was last looked at; null when it was always well.</summary>
    public StandingAlarm? Standing { get; init; }

    /// <summary>Whether a person knows of what is wrong with it: until that expires or it gets worse, it calls nobody.</summary>
    public bool IsAcknowledged(DateTimeOffset? lastNight, DateTimeOffset now) => Alarm(lastNight) is var alarm && alarm != SourceAlarm.None && Standing?.Acknowledged?.Covers(alarm, now) == true;

    /// <summary>Since when it stands as it does: its first failure, else when it was first seen so; null where it was always well, or nobody has looked since.</summary>
    public DateTimeOffset? Since(DateTimeOffset? lastNight) => (IsPaused ? null : FailingSince) ?? (Standing is { } standing && standing.Alarm == Alarm(lastNight) ? standing.Since : null);

    /// <summary>Whether something is wrong with it, and what.</summary>
    /// <param name="lastNight">Start of the last crawl of all sources that has ended; null when none has.</param>
    public SourceAlarm Alarm(DateTimeOffset? lastNight)
    {
        if (IsPaused)
            return SourceAlarm.None;
        var isDown = Failing > 0 && (Answering == 0 || CrawlFailed);
        if (isDown && RobotsUnreachable == Failing)
            return LastAnswer is null ? SourceAlarm.NeverAnswered : SourceAlarm.RobotsUnreachable;
        if (isDown || LastCrawl is { Failed: > 0, Found: 0 } && Documents == 0)
            return LastAnswer is null ? SourceAlarm.NeverAnswered : SourceAlarm.Down;
        // Answers with status 200 may hide that a site has moved: a source that the last crawl did not reach at all is broken.
        if (lastNight is { } night && LastChecked < night)
            return SourceAlarm.Silent;
        if (LastCrawl is { Found: 0, Resting: 0, Expected: >= FewestExpected })
            return SourceAlarm.Empty;
        if (Answering == 0 && Refused > 0)
            return SourceAlarm.Refused;
        return Failing * 5 > Documents ? SourceAlarm.Failing : LastCrawl is { Alarms.Count: > 0 } ? SourceAlarm.Noticed : SourceAlarm.None;
    }

    // Fewer documents than this may vanish by chance: as the crawl's own report has it.
    private const int FewestExpected = 3;

    // Documents that were not due keep their good answer of another night: what the last crawl met tells, unless something has answered since.
    private bool CrawlFailed => LastCrawl is { Failed: > 0, Found: 0 } && (LastAnswer is not { } answer || answer < LastCrawlAt);
}
