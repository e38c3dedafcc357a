using Pipeline.Crawler.Crawling;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Display;
using Pipeline.Store.Failures;
using Pipeline.Store.Records;
using Pipeline.Store.Status;

namespace Pipeline.Host.Crawling;

/// <summary>What stands at the end of a crawl.</summary>
/// <param name="Records">Current records of the documents that it checked, new or unchanged.</param>
/// <param name="Failures">What it could not fetch or read.</param>
internal sealed record CrawlSummary(CrawlReport Report, IReadOnlyList<RecordSummary> Records, IReadOnlyList<Failure> Failures)
{
    // More is no summary: the rest is a command away.
    private const int MostFailures = 100;

    public static async Task<CrawlSummary> Of(CrawlReport report, RunQuery runs, FailureQuery failures, CancellationToken cancellation) => new(
        report,
        await runs.Records(report.RunId, cancellation),
        [.. (await failures.List(new FailureFilter { Run = report.RunId }, MostFailures, cancellation)).Where(failure => failure.Reason.StartsWith("failed", StringComparison.Ordinal))]);

    /// <summary>Whether something failed: a document, or a whole source that could not be visited at all.</summary>
    public bool HasFailures => Failures.Count > 0 || Report.Sources.Any(source => source.Found == 0 && source.Troubles.Count > 0);

    public void PrintTable(Terminal terminal) => terminal.Result.Write(RecordTable.Of(Records));
}
