using System.Globalization;
using Pipeline.Crawler.Crawling;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Display;
using Pipeline.Store.Failures;
using Pipeline.Store.Records;
using Pipeline.Store.Status;

namespace Pipeline.Host.Crawling;

/// <summary>What stands at the end of a crawl.</summary>
/// <param name="Records">Current records of the documents that it checked, new or unchanged; the first of them.</param>
/// <param name="Failures">What it could not fetch or read; the newest.</param>
/// <param name="Yielding">Sources that gave it documents, those included that a killed process found before this one went on.</param>
internal sealed record CrawlSummary(CrawlReport Report, IReadOnlyList<RecordVersion> Records, IReadOnlyList<Failure> Failures, IReadOnlySet<string> Yielding)
{
    // More is no summary: the rest is a command away.
    private const int MostRecords = 500;
    private const int MostFailures = 100;

    /// <summary>Whether something failed: a document, or a whole source that could not be visited at all.</summary>
    public bool HasFailures => Failures.Count > 0 || Report.Sources.Any(source => source.Found == 0 && source.Troubles.Count > 0 && !Yielding.Contains(source.Name));

    public static async Task<CrawlSummary> Of(CrawlReport report, RecordQuery records, FailureQuery failures, RunQuery runs, CancellationToken cancellation) => new(
        report,
        [.. (await records.Find(new RecordFilter { Run = report.RunId }, MostRecords, cancellation)).Select(record => record.Current)],
        [.. (await failures.List(new FailureFilter { Run = report.RunId }, MostFailures, cancellation))],
        await runs.SourcesWithDocuments(report.RunId, cancellation));

    public void PrintTable(Terminal terminal)
    {
        terminal.Result.Write(RecordTable.Of(Records));
        if (Records.Count == MostRecords)
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"These are the first {MostRecords} records; all of them: pipeline export --format jsonl"));
    }
}
