namespace Pipeline.Crawler.Politeness;

/// <summary>The pace of one host: everything that decides when it may be asked next. Immutable; every change is a new record.</summary>
public sealed record HostPace
{
    // Eight doublings of a second exceed four minutes: beyond, only the longest gap counts.
    private const int MostStrain = 8;

    private static readonly TimeSpan LongestStretched = TimeSpan.FromSeconds(5);

    // Weight of the newest latency in the running mean: five answers outweigh what was before.
    private const double NewestShare = 0.3;

    // Clocks of machines that share a frontier may differ by minutes; by more they are wrong.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    /// <summary>As <see cref="HostName.Of"/> gives it.</summary>
    public required string Host { get; init; }

    /// <summary>Requests under way.</summary>
    public IReadOnlyList<PaceTurn> Turns { get; init; } = [];

    public DateTimeOffset? LastStart { get; init; }

    /// <summary>
    /// Time by which the host had surely seen the last request: its answer began, or it broke off. A request may be long on its way, and the gap
    /// that the host sees begins when it arrives.
    /// </summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>End of a pause, asked for by Retry-After or taken after a request that was broken off.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    public WaitReason PauseReason { get; init; }

    /// <summary>Crawl-delay of the host's robots.txt.</summary>
    public TimeSpan? CrawlDelay { get; init; }

    /// <summary>Running mean of the time until answers begin; zero before the first.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Steps of strain, each doubling the gap: 0..8.</summary>
    public int Strain { get; init; }

    /// <summary>Random stretch of the current gap, 0..1 of <see cref="PaceOptions.Jitter"/>.</summary>
    public double Spread { get; init; }

    public static HostPace New(string host) => new() { Host = host };

    /// <summary>
    /// Without times so far ahead that no right clock wrote them: a process whose clock was ahead by years must not shut a site out for as long. What they
    /// stood for is not known any more, so they are forgotten; the host then waits one gap after its next request.
    /// </summary>
    public HostPace WithoutFuture(DateTimeOffset now, PaceOptions options) => FurthestAhead(now, options) is null ? this : this with
    {
        Turns = [.. Turns.Where(turn => turn.LapsesAt <= now + options.TurnTime + ClockTolerance)],
        LastStart = LastStart > now + ClockTolerance ? null : LastStart,
        LastSeen = LastSeen > now + ClockTolerance ? null : LastSeen,
        PausedUntil = PausedUntil > now + options.LongestRetryAfter + ClockTolerance ? null : PausedUntil,
    };

    /// <summary>The furthest time that no right clock can have written; null when there is none.</summary>
    public DateTimeOffset? FurthestAhead(DateTimeOffset now, PaceOptions options)
    {
        DateTimeOffset? furthest = null;
        void Look(DateTimeOffset? time, TimeSpan most)
        {
            if (time > now + most + ClockTolerance && !(furthest > time))
                furthest = time;
        }

        Look(LastStart, TimeSpan.Zero);
        Look(LastSeen, TimeSpan.Zero);
        Look(PausedUntil, options.LongestRetryAfter);
        foreach (var turn in Turns)
            Look(turn.LapsesAt, options.TurnTime);
        return furthest;
    }

    /// <summary>When the host may be asked next, and what it waits for most.</summary>
    public HostReadiness Readiness(DateTimeOffset now, PaceOptions options)
    {
        var live = LiveTurns(now);
        if (live.Count >= options.Connections)
            return new(Host, live.Min(turn => turn.LapsesAt), WaitReason.Busy);
        var (gap, reason) = Gap(options);
        // A gap of seconds needs no further stretch: what it is stretched by hides the beat of a program.
        var at = LastStart is { } last ? last + gap + Least(gap, LongestStretched) * (Spread * options.Jitter) : now;
        if (LastSeen is { } seen && seen + AskedGap(options) > at)
            at = seen + AskedGap(options);
        if (PausedUntil > at)
            (at, reason) = (PausedUntil.Value, PauseReason);
        var start = at > now ? at : now;
        if (options.Window is { } window && !window.IsOpen(start))
            return new(Host, window.NextOpening(start), WaitReason.Window);
        return new(Host, at, at > now ? reason : WaitReason.Ready);
    }

    /// <summary>Takes a turn if the host is ready.</summary>
    /// <param name="id">Name of the new turn.</param>
    /// <param name="spread">Random number, 0..1, that stretches the gap after this request.</param>
    public (HostPace Next, PaceEntry Entry) Start(DateTimeOffset now, Guid id, double spread, PaceOptions options)
    {
        var readiness = Readiness(now, options);
        if (!readiness.IsReady)
            return (this, new(readiness, null));
        var turn = new PaceTurn(Host, id, now + options.TurnTime);
        return (this with { Turns = [.. LiveTurns(now), turn], LastStart = now, Spread = spread }, new(readiness, turn));
    }

    /// <summary>Gives a turn back and learns from the answer. A turn that lapsed meanwhile is only learned from.</summary>
    public HostPace End(Guid turn, DateTimeOffset now, PaceSignal signal, PaceOptions options)
    {
        var paused = signal.Pause is { } asked ? Paused(now + Least(asked, options.LongestRetryAfter), WaitReason.RetryAfter)
            : signal.IsBrokenOff ? Paused(now + options.StrainGap, WaitReason.BackingOff)
            : this;
        return paused with
        {
            LastSeen = signal.SeenAt is { } seen && !(LastSeen > seen) ? seen : LastSeen,
            Turns = [.. Turns.Where(other => other.Id != turn && other.LapsesAt > now)],
            Latency = signal.Latency is not { } newest ? Latency : Latency == TimeSpan.Zero ? newest : Latency * (1 - NewestShare) + newest * NewestShare,
            Strain = signal.Effect switch
            {
                PaceEffect.Strain => Math.Min(Strain + 1, MostStrain),
                PaceEffect.Ease => Math.Max(Strain - 1, 0),
                _ => Strain,
            },
        };
    }

    /// <summary>The gap before jitter, and what makes it as long as it is.</summary>
    public (TimeSpan Gap, WaitReason Reason) Gap(PaceOptions options)
    {
        var gap = AskedGap(options);
        var reason = gap > options.LeastGap ? WaitReason.CrawlDelay : WaitReason.Gap;
        // Twice the latency from start to start: the host rests as long as it worked.
        if (Latency > options.SlowLatency && Least(Latency * 2, options.LongestGap) is var rest && rest > gap)
            (gap, reason) = (rest, WaitReason.SlowHost);
        if (Strain > 0 && Least(Most(gap, options.StrainGap) * (1 << Strain), options.LongestGap) is var strained && strained > gap)
            (gap, reason) = (strained, WaitReason.BackingOff);
        return (gap, reason);
    }

    /// <summary>Takes back the turns of processes that are no more: what they asked for may have arrived until now.</summary>
    public HostPace WithoutDead(DateTimeOffset now, Func<string, bool> isDead)
    {
        var live = Turns.Where(turn => !isDead(turn.Owner)).ToList();
        return live.Count == Turns.Count ? this : this with { Turns = live, LastSeen = now };
    }

    // What we promised, or the host asked for: the gap that it must never see shortened.
    private TimeSpan AskedGap(PaceOptions options) => Most(options.LeastGap, Least(CrawlDelay ?? TimeSpan.Zero, options.LongestCrawlDelay));

    // A shorter pause does not cut a longer one.
    private HostPace Paused(DateTimeOffset until, WaitReason reason) => PausedUntil > until ? this : this with { PausedUntil = until, PauseReason = reason };

    private List<PaceTurn> LiveTurns(DateTimeOffset now) => [.. Turns.Where(turn => turn.LapsesAt > now)];

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Most(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
