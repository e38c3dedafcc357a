using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Web.Review;

/// <summary>A record on the reviewer's desk.</summary>
/// <param name="Doubtful">Cells to look at, in the form's order.</param>
/// <param name="Reviews">What people decided about these bytes, by cell.</param>
/// <param name="Chosen">The cell beside its source.</param>
/// <param name="Checks">Checks that the chosen cell takes part in.</param>
/// <param name="Notice">What became of the last decision; null when there is nothing to say.</param>
public sealed record ReviewModel(
    StoredRecord Record,
    string? Region,
    IReadOnlyList<CellId> Doubtful,
    IReadOnlyDictionary<CellId, CellReview> Reviews,
    FormCell Chosen,
    IReadOnlyList<FormCheck> Checks,
    ReviewNotice? Notice,
    long Waiting)
{
    /// <summary>What the person typed and could not be taken; null elsewhere.</summary>
    public TypedEntry? Typed { get; init; }

    /// <summary>Who else is at it; nobody for whoever only looks.</summary>
    public RecordClaims Claims { get; init; } = RecordClaims.None;

    public AnnualReport Report => Record.Current.Report;

    public CellReading Reading => Report.Cells.First(cell => cell.Cell == Chosen.Id);

    public CellReview? Review => Reviews.GetValueOrDefault(Chosen.Id);

    /// <summary>Doubtful cells about which nobody has decided yet.</summary>
    public IReadOnlyList<CellId> Open => [.. Doubtful.Where(cell => !Reviews.ContainsKey(cell))];

    /// <summary>The open cells that one decision about a row, a table or the rest is about.</summary>
    public IReadOnlyList<CellId> OpenIn(CellScope scope)
    {
        var form = FormCatalog.Current.Form(Report.Form);
        var cells = form.Cells.Where(cell => scope == CellScope.Rest || (cell.Table == Chosen.Table && (scope == CellScope.Table || cell.Row == Chosen.Row))).Select(cell => cell.Id).ToHashSet();
        return [.. Open.Where(cells.Contains)];
    }

    /// <summary>The doubtful cell after or before the chosen one, around the end; null when there is no other.</summary>
    public CellId? Neighbour(int step)
    {
        var order = FormCatalog.Current.Form(Report.Form);
        var others = Doubtful.Where(cell => cell != Chosen.Id).ToList();
        var here = order.OrdinalOf(Chosen.Id);
        if (others.Count == 0)
            return null;
        var ahead = step > 0 ? others.Where(cell => order.OrdinalOf(cell) > here).Take(1) : others.Where(cell => order.OrdinalOf(cell) < here).TakeLast(1);
        return ahead.Concat(step > 0 ? others.Take(1) : others.TakeLast(1)).First();
    }
}

/// <summary>What became of a person's last step.</summary>
public enum ReviewNotice
{
    Stored,
    Undone,
    NothingToUndo,
    BackInQueue,
    Conflict,
    NeedsReason,
    WrongValue,
    SkipNeedsReason,
}
