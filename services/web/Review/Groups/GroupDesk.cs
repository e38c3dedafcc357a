using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Store.Audit;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Groups;

namespace Pipeline.Web.Review.Groups;

/// <summary>Doubts of one cause over many records, and the one decision about them: the one way for the page and the API.</summary>
internal sealed class GroupDesk(DoubtRefresh refresh, DoubtGroups groups, GroupDecisions decisions, RecordQuery records, AuditLog audit)
{
    private const int MostGroups = 100;
    private const int MostSteps = 10;
    private const int LongestReason = 2000;

    // What the service has not worked out yet; a person waits for no more of it, and is told how much is left.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public async Task<GroupsModel> List(GroupedBy by, Guid? step, GroupNotice? notice, CancellationToken cancellation)
    {
        await refresh.Run(Patience, cancellation);
        var missing = await refresh.CountMissing(cancellation);
        return new GroupsModel(by, await groups.List(by, MostGroups, cancellation), await decisions.Latest(MostSteps, cancellation), step is { } id ? await decisions.Find(id, cancellation) : null, notice, missing);
    }

    /// <summary>The doubts of a group with what was read; of no group when nothing of it is open.</summary>
    public async Task<GroupModel> Look(GroupKey key, CancellationToken cancellation)
    {
        await refresh.Run(Patience, cancellation);
        var doubts = await groups.Cells(key, cancellation);
        var versions = (await records.Versions([.. doubts.Select(doubt => doubt.VersionId).Distinct()], cancellation)).ToDictionary(version => version.RecordId);
        var lines = doubts.Where(doubt => versions.ContainsKey(doubt.RecordId)).Select(doubt => Line(doubt, versions[doubt.RecordId])).ToList();
        return new GroupModel(key, lines, DoubtGroups.Seal(doubts));
    }

    /// <summary>What is wrong with the decision itself, as a line for the person; null when nothing is.</summary>
    public static string? ProblemOf(GroupDecision decision) => decision switch
    {
        { Verdict: ReviewVerdict.Reopened } => "Nothing of a group stands that could be reopened: take the step back.",
        { Verdict: not ReviewVerdict.Confirmed, Reason: var reason } when string.IsNullOrWhiteSpace(reason) => "Say why: all but a confirmation needs a reason.",
        { Reason.Length: > LongestReason } => string.Create(CultureInfo.InvariantCulture, $"The reason is longer than {LongestReason} characters: shorten it."),
        _ => null,
    };

    /// <returns>Null when the group is no longer what the person saw.</returns>
    public async Task<ReviewStep?> Decide(GroupDecision decision, CancellationToken cancellation)
    {
        if (await decisions.Decide(decision, cancellation) is not { } step)
            return null;
        await audit.Add(step.Reviewer, "group.decided", $"{step.Key.Cause} {step.Key.Scope}", Detail(step), cancellation);
        return step;
    }

    /// <returns>Null when there is no such step, or it was taken back before.</returns>
    public async Task<ReviewStep?> Undo(Guid step, string who, CancellationToken cancellation)
    {
        if (await decisions.Undo(step, who, cancellation) is not { } undone)
            return null;
        await audit.Add(who, "group.undone", $"{undone.Key.Cause} {undone.Key.Scope}", Detail(undone), cancellation);
        return undone;
    }

    public Task<IReadOnlyList<ReviewStep>> Steps(CancellationToken cancellation) => decisions.Latest(MostSteps, cancellation);

    private static string Detail(ReviewStep step) => string.Create(CultureInfo.InvariantCulture, $"{step.Verdict}: {step.Cells} cells of {step.Records} records, {step.Finished} finished; {step.Reason}").TrimEnd(' ', ';');

    private static GroupLine Line(GroupedDoubt doubt, RecordVersion version)
    {
        var form = FormCatalog.Current.Form(version.Report.Form);
        var place = form.OrdinalOf(doubt.Cell);
        return new GroupLine(doubt.RecordId, version.Report.Authority, version.Report.Year, form.Cells[place], version.Report.Cells[place], version.Snapshot);
    }
}
