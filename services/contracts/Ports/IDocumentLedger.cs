using System.Text.Json.Serialization;
using Pipeline.Contracts.Messages;

namespace Pipeline.Contracts.Ports;

/// <summary>
/// The durable account of every fetch. The crawler writes here before it publishes, so that a lost message is found and sent again:
/// the database is the truth, messages hurry it along. Writing the same fetch or run twice changes nothing.
/// </summary>
public interface IDocumentLedger
{
    /// <summary>Goes on with the unfinished crawl of the same plan, or begins one. Processes that begin at once get the same.</summary>
    /// <param name="plan">Name that tells the plan from others.</param>
    /// <param name="trigger">Why it runs, if it begins: manual, nightly or now.</param>
    /// <param name="now">When it begins. A crawl of the plan that began too long before is ended, and another begun.</param>
    Task<OpenRun> RunOpened(string plan, string trigger, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Whether <see cref="RunOpened"/> would go on with a crawl that stopped before its end, or is still at work in another process.</summary>
    Task<bool> IsRunOpen(string plan, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Notes a run that is no crawl of a plan, such as a single fetch that a person asks for.</summary>
    Task RunStarted(CrawlRun run, CancellationToken cancellation);

    Task RunEnded(Guid runId, DateTimeOffset endedAt, CancellationToken cancellation);

    /// <summary>Records a fetch. One with new content counts as pending until the store has settled it.</summary>
    Task Record(FetchRecord fetch, CancellationToken cancellation);

    /// <summary>An address that failed when it was last recorded answers again, and holds no document: its failure no longer stands. Others are left as they are.</summary>
    /// <param name="url">Canonical address.</param>
    Task Answered(string url, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>What the crawl came to at each source of its plan, told once at its end.</summary>
    Task SourcesTold(Guid runId, IReadOnlyCollection<SourceResult> sources, CancellationToken cancellation);

    /// <summary>Whether the document's host was one that the sources list as a body's own when the document was checked last; false for a document not known.</summary>
    /// <param name="url">Canonical address.</param>
    Task<bool> IsListed(string url, CancellationToken cancellation);

    /// <summary>Documents fetched before <paramref name="before"/> and not settled yet, oldest first: the sweeper sends them again.</summary>
    Task<IReadOnlyList<DocumentReference>> Pending(DateTimeOffset before, int limit, CancellationToken cancellation);
}

/// <param name="Trigger">Why it ran: manual, nightly, now, refetch, replay.</param>
public sealed record CrawlRun(Guid RunId, DateTimeOffset StartedAt, string Trigger);

/// <summary>A crawl that has not ended.</summary>
/// <param name="Number">Greater than that of every run before.</param>
public sealed record OpenRun(long Number, Guid RunId, DateTimeOffset StartedAt);

/// <summary>What a crawl came to at one source.</summary>
/// <param name="Requests">Requests made, robots.txt not counted.</param>
/// <param name="Found">Documents that answered: new, changed and unchanged.</param>
/// <param name="Resting">Documents believed to stand because it was not their turn.</param>
/// <param name="Expected">The most documents that an earlier crawl found; 0 at the first.</param>
/// <param name="Failed">Addresses without a usable answer, those included whose robots.txt could not be reached.</param>
/// <param name="Reason">Why, for the first of them, or of those that were refused; null where there are none.</param>
/// <param name="Alarms">What an operator should look at, one line each.</param>
public sealed record SourceResult(string Source, int Requests, int Found, int Resting, int Expected, int Failed, string? Reason, IReadOnlyList<string> Alarms);

/// <summary>One fetch and what it was.</summary>
public sealed record FetchRecord
{
    public required Guid FetchId { get; init; }

    public required Guid RunId { get; init; }

    public required string Source { get; init; }

    public bool ListedHost { get; init; }

    /// <summary>Canonical address.</summary>
    public required string Url { get; init; }

    public required FetchFacts Facts { get; init; }

    public required FetchOutcome Outcome { get; init; }

    /// <summary>Why, in one line, for every outcome but fetched and unchanged.</summary>
    public string? Reason { get; init; }

    /// <summary>Snapshot of the body; null when there is none.</summary>
    public SnapshotHash? Snapshot { get; init; }
}

/// <summary>What a fetch was. Only <see cref="Fetched"/> leads to an extraction.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FetchOutcome>))]
public enum FetchOutcome
{
    /// <summary>New or changed content that may hold a report.</summary>
    [JsonStringEnumMemberName("fetched")] Fetched,

    /// <summary>Checked, and the same as before.</summary>
    [JsonStringEnumMemberName("unchanged")] Unchanged,

    /// <summary>404 or 410: the record stays and is marked.</summary>
    [JsonStringEnumMemberName("gone")] Gone,

    /// <summary>robots.txt forbids it; not requested.</summary>
    [JsonStringEnumMemberName("refused_by_robots")] RefusedByRobots,

    /// <summary>The host's robots.txt could not be reached: nothing may be requested there for now, and what it allows is not known.</summary>
    [JsonStringEnumMemberName("robots_unreachable")] RobotsUnreachable,

    /// <summary>Not requested because the address is not allowed (private network, scheme, port).</summary>
    [JsonStringEnumMemberName("refused_by_policy")] RefusedByPolicy,

    /// <summary>A challenge page: the site declines programs; respected, not circumvented.</summary>
    [JsonStringEnumMemberName("blocked")] Blocked,

    /// <summary>Status 200, but the page says that there is no such page.</summary>
    [JsonStringEnumMemberName("soft_not_found")] SoftNotFound,

    [JsonStringEnumMemberName("login")] Login,

    /// <summary>No usable answer after the retries that made sense.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}
