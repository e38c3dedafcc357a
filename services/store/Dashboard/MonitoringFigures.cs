namespace Pipeline.Store.Dashboard;

/// <summary>What an operator watches, from the database.</summary>
/// <param name="Pending">Documents that wait for their result.</param>
/// <param name="OldestPending">Age of the one that has waited longest; zero when none waits.</param>
/// <param name="Results">Results of the last 24 hours: reports, not_a_report, failed.</param>
/// <param name="Failures">Failures of the last 24 hours by reason, fetches and extractions together.</param>
/// <param name="SilentSources">Sources that gave documents before and have not answered well for three days.</param>
/// <param name="Records">Current records by status.</param>
/// <param name="Sources">Sources by what is wrong with them: none, down, ….</param>
/// <param name="SourceAlarms">Lines for an operator that the last crawls left, all sources together.</param>
/// <param name="AcknowledgedSources">Sources whose alarm a person knows of.</param>
public sealed record MonitoringFigures(
    long Pending,
    TimeSpan OldestPending,
    IReadOnlyDictionary<string, long> Results,
    IReadOnlyDictionary<string, long> Failures,
    long SilentSources,
    IReadOnlyDictionary<string, long> Records,
    IReadOnlyDictionary<string, long> Sources,
    long SourceAlarms,
    long AcknowledgedSources);
