using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Store.Audit;

namespace Pipeline.Store.Journal;

/// <summary>One line of the journal: a fetch that brought content, what a person decided about a cell, or an entry of the audit log. One of them is there.</summary>
public sealed record JournalLine
{
    public DocumentReference? Fetch { get; init; }

    public JournalReview? Review { get; init; }

    public AuditEntry? Audit { get; init; }
}

/// <summary>A decision about a cell; names and texts as in the table <c>cell_reviews</c>.</summary>
/// <param name="Record">Key of the record, the same in every database.</param>
/// <param name="Snapshot">The bytes that the person looked at.</param>
/// <param name="Step">Key of the step that decided about many cells at once; null for a decision of its own.</param>
public sealed record JournalReview(
    string Record, string Cell, int Number, string Verdict, string? Value, string? MachineValue, double MachineConfidence, string? Reason, string Reviewer, string ReviewedAt, SnapshotHash Snapshot, string? Step = null);

/// <summary>A record that a person has finished with and not put back.</summary>
/// <param name="Step">Key of the step that finished it with others; null where the person did so by itself.</param>
public sealed record FinishedRecord(string Record, string Reviewer, string ReviewedAt, SnapshotHash Snapshot, string? Step = null);
