using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews.Audits;

namespace Pipeline.Web.Review.Audits;

/// <param name="Drawn">Null when none is left for this person.</param>
/// <param name="Version">The version that it was drawn from.</param>
public sealed record AuditModel(AuditCell? Drawn, RecordVersion? Version, AuditFigures Figures, AuditNotice? Notice)
{
    public FormCell Cell => FormCatalog.Current.Form(Version!.Report.Form) is var form ? form.Cells[form.OrdinalOf(Drawn!.Cell)] : null!;

    public CellReading Reading => Version!.Report.Cells.First(cell => cell.Cell == Drawn!.Cell);
}

/// <summary>What became of a person's last word.</summary>
public enum AuditNotice
{
    Stored,
    SpokenBefore,
    WrongValue,
}

/// <param name="Reviewers">By person, the busiest first.</param>
public sealed record PeopleModel(IReadOnlyList<ReviewerFigures> Reviewers, AuditFigures Audit);
