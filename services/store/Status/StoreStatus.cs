namespace Pipeline.Store.Status;

/// <summary>The state of the store at a glance.</summary>
/// <param name="Documents">Known addresses by outcome of their last fetch.</param>
/// <param name="Results">Fetched documents by result: reports, not_a_report, failed.</param>
/// <param name="Pending">Fetched documents that wait for their result.</param>
/// <param name="Records">Current records by status: accepted, review.</param>
/// <param name="Runs">The last runs, newest first.</param>
public sealed record StoreStatus(
    IReadOnlyDictionary<string, long> Documents,
    IReadOnlyDictionary<string, long> Results,
    long Pending,
    IReadOnlyDictionary<string, long> Records,
    IReadOnlyList<RunStatus> Runs);

/// <param name="EndedAt">Null while it runs, and for a run that was killed.</param>
/// <param name="Fetches">Fetches by outcome.</param>
/// <param name="Results">Its fetched documents by result; those without one yet as "pending".</param>
public sealed record RunStatus(
    Guid RunId,
    string Trigger,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    IReadOnlyDictionary<string, long> Fetches,
    IReadOnlyDictionary<string, long> Results)
{
    /// <summary>Causes of runs that are no crawls: single documents that a person asked for.</summary>
    internal const string NoCrawls = "('refetch', 'replay')";

    /// <summary>Causes of crawls of every source of the sources file; others may have been of a single address.</summary>
    internal const string Nights = "('nightly', 'now')";
}
