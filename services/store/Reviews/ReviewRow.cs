using System.Globalization;
using Pipeline.Contracts;
using Pipeline.Database;

namespace Pipeline.Store.Reviews;

internal sealed class ReviewRow
{
    public const string Columns =
        """
        q.record_id AS RecordId, q.cell_id AS Cell, q.number AS Number, q.verdict AS Verdict, q.value AS Value, q.machine_value AS MachineValue,
        q.machine_confidence AS MachineConfidence, q.reason AS Reason, q.reviewer AS Reviewer, q.reviewed_at AS ReviewedAt, n.sha256 AS Sha256
        """;

    public const string Tables =
        "cell_reviews q JOIN record_versions v ON v.id = q.version_id JOIN extractions e ON e.id = v.extraction_id JOIN snapshots n ON n.id = e.snapshot_id";

    public long RecordId { get; init; }

    public required string Cell { get; init; }

    public int Number { get; init; }

    public required string Verdict { get; init; }

    public string? Value { get; init; }

    public string? MachineValue { get; init; }

    public double MachineConfidence { get; init; }

    public string? Reason { get; init; }

    public required string Reviewer { get; init; }

    public required string ReviewedAt { get; init; }

    public required byte[] Sha256 { get; init; }

    public CellReview ToReview() => new(
        RecordId, new CellId(Cell), Number, StoredName.Read<ReviewVerdict>(Verdict), Read(Value), Read(MachineValue), MachineConfidence,
        Reason, Reviewer, StoredTime.Instant(ReviewedAt), new SnapshotHash(Convert.ToHexStringLower(Sha256)));

    private static decimal? Read(string? number) => number is null ? null : decimal.Parse(number, NumberStyles.Number, CultureInfo.InvariantCulture);
}
