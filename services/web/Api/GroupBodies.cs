using System.ComponentModel;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Groups;

namespace Pipeline.Web.Api;

/// <summary>The open doubts of a group.</summary>
/// <param name="Seen">Send it back with the decision.</param>
public sealed record GroupBody(GroupKey Key, string Seen, IReadOnlyList<GroupCellBody> Cells);

/// <param name="Value">As the machine read it; null for a blank.</param>
/// <param name="Raw">As printed; null when the cell is not on the page.</param>
public sealed record GroupCellBody(long RecordId, string? Authority, int? Year, string Cell, decimal? Value, string? Raw, double Confidence);

/// <summary>One decision about all doubts of a group.</summary>
public sealed record GroupDecisionBody
{
    public required string Cause { get; init; }

    public GroupedBy By { get; init; }

    public required string Scope { get; init; }

    [Description("confirmed, publisher_mistake, or corrected: nothing is printed there.")]
    public required ReviewVerdict Verdict { get; init; }

    public string? Reason { get; init; }

    [Description("Whether records in which nothing is open any more are finished as well.")]
    public bool Finish { get; init; }

    [Description("As the group gave it: when the group is another now, nothing is stored.")]
    public required string Seen { get; init; }
}

/// <param name="Id">The step that is to be taken back.</param>
public sealed record StepBody(Guid Id);
