namespace Pipeline.Store.Reviews;

/// <summary>A record that waits for a person.</summary>
/// <param name="Violations">Checks that do not hold.</param>
/// <param name="Decided">Cells about which somebody has decided already.</param>
public sealed record QueuedRecord(long RecordId, string? Authority, int? Year, string? RegionCode, string Form, double Confidence, int Violations, long Decided, string SourceUrl);
