using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Web.Api;

/// <summary>A whole record as the API gives it.</summary>
/// <param name="RecordPage">Its page, below the address where the pages are served; it stays when the database is made anew.</param>
/// <param name="Version">Number of the version, from 1.</param>
/// <param name="Versions">How many there are.</param>
/// <param name="State">current, source_gone or withdrawn.</param>
/// <param name="Report">What was read, cell by cell, each with its proof.</param>
/// <param name="Findings">Violated checks against the year before.</param>
/// <param name="Reviews">What people decided, one entry per cell at most.</param>
/// <param name="Status">What the machine thinks of its reading, or reviewed: a person has finished with the record.</param>
/// <param name="ReviewedBy">Who has finished with it; null where nobody has.</param>
/// <param name="BestValues">By cell the value to use: what a person decided about these bytes where one has, else what the machine read.</param>
public sealed record RecordBody(
    long RecordId,
    string RecordPage,
    int Version,
    int Versions,
    string State,
    AnnualReport Report,
    IReadOnlyList<Violation> Findings,
    IReadOnlyList<CellReview> Reviews,
    string SourceUrl,
    IReadOnlyList<string> SourceUrls,
    SnapshotHash Snapshot,
    DateTimeOffset FetchedAt,
    DateTimeOffset StoredAt,
    ReadingFacts Reading,
    ReviewStatus Status,
    string? ReviewedBy,
    DateTimeOffset? ReviewedAt,
    IReadOnlyDictionary<string, decimal?> BestValues)
{
    public static RecordBody Of(StoredRecord record, IReadOnlyList<CellReview> reviews) => new(
        record.Current.RecordId, RecordAddress.Of(record.Key), record.Current.Number, record.Versions, record.State, record.Current.Report, record.Findings, reviews, record.Current.SourceUrl,
        record.SourceUrls, record.Current.Snapshot, record.Current.FetchedAt, record.Current.StoredAt, record.Current.Reading,
        record.Status, record.FinishedBy, record.FinishedAt,
        BestOf(record.Current, reviews.Where(review => review.IsAbout(record.Current.Snapshot)).ToDictionary(review => review.Cell)));

    private static Dictionary<string, decimal?> BestOf(RecordVersion version, Dictionary<CellId, CellReview> standing) =>
        version.Report.Cells.ToDictionary(cell => cell.Cell.ToString(), cell => standing.TryGetValue(cell.Cell, out var review) ? review.Value : cell.Value);
}
