namespace Pipeline.Store.Audit;

/// <summary>One thing that a person changed.</summary>
/// <param name="Action">Stable code, such as <c>cell.corrected</c> or <c>document.reextract</c>.</param>
/// <param name="Subject">What it was done to: a record and cell, an address.</param>
/// <param name="Detail">One line for a person; null when there is no more to say.</param>
public sealed record AuditEntry(DateTimeOffset At, string Who, string Action, string Subject, string? Detail);
