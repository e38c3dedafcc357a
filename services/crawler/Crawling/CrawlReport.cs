using Pipeline.Contracts.Ports;

namespace Pipeline.Crawler.Crawling;

/// <summary>What a crawl did.</summary>
/// <param name="Resumed">Whether it went on where a killed crawl had stopped.</param>
/// <param name="Requests">Requests made, robots.txt not counted.</param>
/// <param name="Bytes">Bytes of bodies received.</param>
public sealed record CrawlReport(
    Guid RunId, DateTimeOffset StartedAt, DateTimeOffset EndedAt, bool Resumed, int Requests, long Bytes, IReadOnlyList<SourceReport> Sources);

/// <summary>What a crawl did at one source. Documents are pages and files that may hold a report.</summary>
public sealed record SourceReport
{
    public required string Name { get; init; }

    public int Requests { get; init; }

    /// <summary>Documents found: new, changed and unchanged.</summary>
    public int Found => New + Changed + Unchanged;

    public int New { get; init; }

    public int Changed { get; init; }

    public int Unchanged { get; init; }

    /// <summary>Documents known from before that answered 404 or 410.</summary>
    public int Gone { get; init; }

    /// <summary>Links to pages that do not exist.</summary>
    public int DeadLinks { get; init; }

    public int RefusedByRobots { get; init; }

    /// <summary>Addresses not asked for because the robots.txt of their host could not be reached.</summary>
    public int RobotsUnreachable { get; init; }

    public int RefusedByPolicy { get; init; }

    public int Blocked { get; init; }

    public int SoftNotFound { get; init; }

    public int Login { get; init; }

    public int Failed { get; init; }

    /// <summary>Documents believed to stand where they were, left for a later night.</summary>
    public int Resting { get; init; }

    /// <summary>The most documents that an earlier crawl found; 0 at the first.</summary>
    public int Expected { get; init; }

    /// <summary>Known pages left for a later night because they seldom change.</summary>
    public int NotDue { get; init; }

    /// <summary>Addresses left alone, by reason, such as a trap or a limit.</summary>
    public IReadOnlyDictionary<string, int> LeftAlone { get; init; } = new Dictionary<string, int>();

    /// <summary>The addresses behind the counts that ended badly; the first hundred.</summary>
    public IReadOnlyList<TroubledAddress> Troubles { get; init; } = [];

    /// <summary>What an operator should look at, one line each: such as a source that used to yield and yields nothing.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>What was left and how to go on, one line each: nothing is wrong.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>An address that did not end as a document, and why.</summary>
public sealed record TroubledAddress(string Url, FetchOutcome Outcome, string Reason);
