using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Extractor.Explaining;

/// <summary>Why a cell has its value and its confidence.</summary>
/// <param name="Label">The form's own labels that lead to the cell.</param>
/// <param name="Checks">Those that the cell takes part in.</param>
/// <param name="Fragment">The document around the spot; empty for a cell that is not on the page.</param>
public sealed record CellExplanation(
    CellReading Reading,
    string Label,
    ImmutableArray<Contribution> Contributions,
    ImmutableArray<OtherReading> Others,
    ImmutableArray<CheckOutcome> Checks,
    ImmutableArray<string> Fragment)
{
    public static ImmutableArray<CellExplanation> Of(ExplainedReport explained, SourceDocument document, ConfidenceModel model) =>
        [.. explained.Report.Cells.Zip(explained.Evidence, (cell, evidence) => Of(cell, evidence, explained, document, model))];

    private static CellExplanation Of(CellReading cell, CellEvidence evidence, ExplainedReport explained, SourceDocument document, ConfidenceModel model)
    {
        var spot = explained.Page.Of(cell.Cell)?.Candidate.Spot;
        var others = explained.Page.Tables.SelectMany(table => table.Readings).Where(reading => reading.Rule != cell.Rule)
            .Select(reading => (reading.Rule, Candidate: explained.Page.Family.Find(cell.Cell) is { } known ? reading.Candidates[known] : null))
            .Where(other => other.Candidate is not null)
            .Select(other => new OtherReading(other.Rule, other.Candidate!.Raw, other.Candidate.Spot.Source, other.Candidate.Spot == spot));
        return new CellExplanation(
            cell,
            LabelOf(FormCatalog.Current.Form(explained.Report.Form).Cells.First(form => form.Id == cell.Cell)),
            Contribution.Of(model.Cell, evidence),
            [.. others],
            [.. explained.Checks.Where(check => check.Cells.Contains(cell.Cell))],
            cell.Source is null ? [] : SourceFragment.Around(document, cell.Source));
    }

    private static string LabelOf(FormCell cell) => string.Join(" / ", new[] { cell.SectionLabel, cell.GroupLabel, cell.RowLabel, cell.Column.Label }.OfType<string>());
}
