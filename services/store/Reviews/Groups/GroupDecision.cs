namespace Pipeline.Store.Reviews.Groups;

/// <summary>One decision of a person about all doubts of a group.</summary>
/// <param name="Verdict">Confirmed; publisher's mistake; corrected means that nothing is printed there: the cells become blank.</param>
/// <param name="Finish">Whether records in which nothing is open any more are finished as well.</param>
/// <param name="Seen">What the person saw, as <see cref="DoubtGroups.Seal"/> has it: when it is another now, nothing is stored.</param>
public sealed record GroupDecision(GroupKey Key, ReviewVerdict Verdict, string? Reason, bool Finish, string Reviewer, string Seen);

/// <summary>A decision about a group, as it is kept.</summary>
/// <param name="Finished">Records that were finished with it.</param>
/// <param name="UndoneAt">Null as long as it stands.</param>
public sealed record ReviewStep(
    Guid Id, GroupKey Key, ReviewVerdict Verdict, string? Reason, string Reviewer, DateTimeOffset DecidedAt, int Cells, int Records, int Finished, string? UndoneBy, DateTimeOffset? UndoneAt);
