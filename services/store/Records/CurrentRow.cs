using System.Text.Json;
using Pipeline.Contracts.Reports;
using Pipeline.Database;

namespace Pipeline.Store.Records;

/// <summary>The current version of a record with what the record itself knows.</summary>
internal sealed class CurrentRow : VersionColumns
{
    public const string RecordColumns =
        "r.record_key AS RecordKey, r.state AS State, r.body_id AS BodyId, r.status AS RecordStatus, r.findings AS Findings, (SELECT COUNT(*) FROM record_versions w WHERE w.record_id = r.id) AS Versions, "
        + "CASE WHEN r.status = 'reviewed' THEN (SELECT z.reviewer FROM record_reviews z WHERE z.record_id = r.id ORDER BY z.id DESC LIMIT 1) END AS FinishedBy, "
        + "CASE WHEN r.status = 'reviewed' THEN (SELECT z.reviewed_at FROM record_reviews z WHERE z.record_id = r.id ORDER BY z.id DESC LIMIT 1) END AS FinishedAt";

    public const string RecordTables =
        "records r JOIN record_versions v ON v.id = r.current_version_id JOIN documents d ON d.id = v.document_id JOIN extractions e ON e.id = v.extraction_id JOIN snapshots n ON n.id = e.snapshot_id";

    public required string RecordKey { get; init; }

    public required string State { get; init; }

    public long? BodyId { get; init; }

    public required string RecordStatus { get; init; }

    public string? FinishedBy { get; init; }

    public string? FinishedAt { get; init; }

    public string? Findings { get; init; }

    public long Versions { get; init; }

    public StoredRecord ToRecord(IEnumerable<string> sources) => new()
    {
        Key = RecordKey,
        Current = ToVersion(),
        Versions = (int)Versions,
        State = State,
        BodyId = BodyId,
        Status = StoredName.Read<ReviewStatus>(RecordStatus),
        FinishedBy = FinishedBy,
        FinishedAt = StoredTime.InstantOrNull(FinishedAt),
        SourceUrls = [Url, .. sources.Where(url => url != Url).Order(StringComparer.Ordinal)],
        Findings = Findings is null ? [] : JsonSerializer.Deserialize<Violation[]>(Findings)!,
    };
}
