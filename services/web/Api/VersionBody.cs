using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;

namespace Pipeline.Web.Api;

/// <summary>One version of a record, with what it changed.</summary>
/// <param name="Facts">Facts that differ from the version before.</param>
/// <param name="Cells">Cells that differ from it.</param>
public sealed record VersionBody(
    int Number,
    DateTimeOffset StoredAt,
    DateTimeOffset FetchedAt,
    string SourceUrl,
    SnapshotHash Snapshot,
    ReadingFacts Reading,
    ReviewStatus Status,
    double Confidence,
    IReadOnlyList<FactChange> Facts,
    IReadOnlyList<CellChange> Cells)
{
    /// <param name="versions">Oldest first. Nothing counts as changed in the first.</param>
    public static IReadOnlyList<VersionBody> Of(IReadOnlyList<RecordVersion> versions) =>
        [.. versions.Select((version, i) => Of(version, RecordDifference.Between(versions[Math.Max(0, i - 1)].Report, version.Report)))];

    private static VersionBody Of(RecordVersion version, RecordDifference difference) => new(
        version.Number, version.StoredAt, version.FetchedAt, version.SourceUrl, version.Snapshot, version.Reading,
        version.Report.Status, version.Report.Confidence, difference.Facts, difference.Cells);
}
