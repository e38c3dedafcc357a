using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Reviews.Groups;

namespace Pipeline.Web.Review.Groups;

/// <param name="Steps">The last decisions about groups, newest first.</param>
/// <param name="Step">The person's own last step; null when there is none.</param>
/// <param name="NotLookedAt">Records that wait and whose doubts are not worked out yet.</param>
public sealed record GroupsModel(GroupedBy By, IReadOnlyList<DoubtGroup> Groups, IReadOnlyList<ReviewStep> Steps, ReviewStep? Step, GroupNotice? Notice, long NotLookedAt);

/// <param name="Lines">Its open doubts, those of a record together.</param>
/// <param name="Seal">What the lines are, in short: it comes back with the decision.</param>
public sealed record GroupModel(GroupKey Key, IReadOnlyList<GroupLine> Lines, string Seal)
{
    /// <summary>What the person typed and could not be taken, with the reason; null elsewhere.</summary>
    public GroupNotice? Notice { get; init; }

    public string? Reason { get; init; }

    public int Records => Lines.DistinctBy(line => line.RecordId).Count();

    public int Numbers => Lines.Count(line => line.Reading.Value is not null);
}

/// <summary>One open doubt with what was read.</summary>
public sealed record GroupLine(long RecordId, string? Authority, int? Year, FormCell Cell, CellReading Reading, SnapshotHash Snapshot);

/// <summary>What became of a person's last step.</summary>
public enum GroupNotice
{
    Stored,
    Undone,
    NothingToUndo,
    ChangedMeanwhile,
    NeedsReason,
}
