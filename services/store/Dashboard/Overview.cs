using Pipeline.Store.Status;

namespace Pipeline.Store.Dashboard;

/// <summary>What can be told of a whole country only by counting it.</summary>
/// <param name="Nights">The last crawls, the oldest first.</param>
/// <param name="Records">Current records by status: accepted, review.</param>
/// <param name="Failures">How many stand, by reason.</param>
public sealed record Overview(IReadOnlyList<RunStatus> Nights, IReadOnlyDictionary<string, long> Records, IReadOnlyList<SourceFigures> Sources, IReadOnlyDictionary<string, long> Failures)
{
    /// <summary>Start of the last crawl of all sources that has ended; null when none has.</summary>
    public DateTimeOffset? LastNight => Ended.Select(run => (DateTimeOffset?)run.StartedAt).Max();

    /// <summary>How many addresses the last crawl visited that has ended: about as many as one that runs now will; null when none has.</summary>
    public long? UsualVisits => Ended.LastOrDefault()?.Fetches.Values.Sum() is > 0 and var visits ? visits : null;

    /// <summary>Crawls that run now; one that was killed looks the same until the next begins.</summary>
    public IReadOnlyList<RunStatus> Running => [.. Nights.Where(night => night.EndedAt is null && night.Fetches.Count > 0).TakeLast(3)];

    private IEnumerable<RunStatus> Ended => Nights.Where(night => night is { EndedAt: not null, Trigger: "nightly" or "now" });
}
