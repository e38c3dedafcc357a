using Pipeline.Database;

namespace Pipeline.Store.Reviews.Groups;

/// <summary>A row of <c>review_steps</c>.</summary>
internal sealed class StepRow
{
    public const string Columns =
        """
        step_key AS StepKey, cause AS Cause, grouped_by AS GroupedBy, scope AS Scope, verdict AS Verdict, reason AS Reason, reviewer AS Reviewer, decided_at AS DecidedAt,
        cells AS Cells, records AS Records, finished AS Finished, undone_by AS UndoneBy, undone_at AS UndoneAt
        """;

    public required string StepKey { get; init; }

    public required string Cause { get; init; }

    public required string GroupedBy { get; init; }

    public required string Scope { get; init; }

    public required string Verdict { get; init; }

    public string? Reason { get; init; }

    public required string Reviewer { get; init; }

    public required string DecidedAt { get; init; }

    public int Cells { get; init; }

    public int Records { get; init; }

    public int Finished { get; init; }

    public string? UndoneBy { get; init; }

    public string? UndoneAt { get; init; }

    public ReviewStep ToStep() => new(
        Guid.Parse(StepKey), new GroupKey(Cause, StoredName.Read<GroupedBy>(GroupedBy), Scope), StoredName.Read<ReviewVerdict>(Verdict), Reason, Reviewer, StoredTime.Instant(DecidedAt),
        Cells, Records, Finished, UndoneBy, StoredTime.InstantOrNull(UndoneAt));
}
