namespace Pipeline.Store.Reviews;

/// <summary>A record that waits for a person.</summary>
/// <param name="Violations">Checks that do not hold.</param>
/// <param name="Decided">Cells about which somebody has decided already.</param>
/// <param name="Doubts">Doubtful cells; null as long as nobody has counted them.</param>
/// <param name="Largest">The largest number in doubt; null as long as nobody has looked.</param>
/// <param name="Place">What the record is ordered by: with its id, where the next page begins.</param>
/// <param name="Claims">Who has it open, whose it is, who passed it by.</param>
public sealed record QueuedRecord(
    long RecordId, string? Authority, int? Year, string? RegionCode, string Form, double Confidence, int Violations, long Decided, string SourceUrl, int? Doubts, double? Largest, double Place, RecordClaims Claims);
