using Pipeline.Contracts.Ports;

namespace Pipeline.Store.Status;

/// <summary>One crawl with what it came to at each source.</summary>
/// <param name="Sources">Those with something wrong first.</param>
/// <param name="Brought">Documents that were new or had changed, the last first; at most some hundred.</param>
public sealed record RunDetail(RunStatus Run, IReadOnlyList<RunSource> Sources, IReadOnlyList<BroughtDocument> Brought);

/// <summary>A source in a crawl.</summary>
/// <param name="Visits">Addresses visited by outcome, as far as they are known one by one; without change only while the crawl runs.</param>
/// <param name="Result">What the crawl came to there; null before its end.</param>
/// <param name="Before">What the crawl before came to; null where there was none.</param>
public sealed record RunSource(string Source, IReadOnlyDictionary<string, long> Visits, SourceResult? Result, SourceResult? Before);

/// <summary>A document that a crawl brought.</summary>
/// <param name="IsNew">Whether the address was not known before.</param>
/// <param name="Result">reports, not_a_report, failed; null as long as it waits.</param>
/// <param name="RecordId">A record that it shows; null where it shows none.</param>
public sealed record BroughtDocument(string Url, string Source, DateTimeOffset At, bool IsNew, string? Result, string? Reason, long? RecordId);
