using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Checks;

namespace Pipeline.Extractor.Scoring;

/// <summary>Turns aligned tables into the cells of a form and the evidence for each. Their confidences are for a model to give: until then they are 0.</summary>
public static class ReportScoring
{
    // A row of table three: as many numbers left over mean that a whole row was not understood.
    private const double RowWidth = 7;

    /// <summary>Every cell of the form with what its confidence rests on.</summary>
    public static ImmutableArray<(CellReading Reading, CellEvidence Evidence)> Cells(OfficialForm form, AlignedPage page, ImmutableArray<CheckOutcome> checks)
    {
        var aligned = page.Cells.ToDictionary(pair => pair.Key, pair => pair.Value);
        var leftovers = Math.Min(1, page.UnexplainedNumbers / RowWidth);
        var byCell = checks.SelectMany(check => check.Cells.Select(cell => (cell, check))).ToLookup(pair => pair.cell, pair => pair.check);
        return
        [
            .. form.Cells.Select(cell => aligned.GetValueOrDefault(cell.Id) is { } found
                ? Present(found, Evidence(found, [.. byCell[cell.Id]], leftovers))
                : Absent(cell.Id, page, checks)),
        ];
    }

    private static (CellReading, CellEvidence) Present(AlignedCell cell, CellEvidence evidence) => (
        new CellReading(cell.Claim.Cell, cell.Claim.Number.Value, cell.Claim.Raw, Confidence: 0, cell.Claim.Source, cell.Rule, evidence.Codes()),
        evidence);

    private static (CellReading, CellEvidence) Absent(CellId cell, AlignedPage page, ImmutableArray<CheckOutcome> checks)
    {
        var absence = Absence.Of(cell, page, checks);
        var evidence = new CellEvidence(
            0, 0, 0, 0, 0, 0, 0, 0,
            Absence: 1,
            DoubtfulAbsence: absence == AbsenceKind.Doubtful ? 1 : 0,
            Gap: absence == AbsenceKind.Gap ? 1 : 0,
            ReadersAgree: 0,
            ReadersDiffer: 0,
            Leftovers: 0);
        return (new CellReading(cell, null, null, Confidence: 0, null, "not-on-page", evidence.Codes()), evidence);
    }

    private static CellEvidence Evidence(AlignedCell cell, ImmutableArray<CheckOutcome> checks, double leftovers)
    {
        var telling = checks.Where(check => check.IsTelling).ToList();
        return new CellEvidence(
            LabelDoubt: 1 - cell.Claim.LabelSimilarity,
            Agreement: cell.Agreeing > 0 ? 1 : 0,
            Dispute: cell.Dissenting > 0 ? 1 : 0,
            Contest: cell.Contested ? 1 : 0,
            Decoration: cell.Claim.Number is { IsNumber: true, Decorated: true } ? 1 : 0,
            OtherText: cell.Claim.Number is { IsNumber: false, IsBlank: false } ? 1 : 0,
            ChecksHeld: telling.Count == 0 ? 0 : (double)telling.Count(check => check.Holds) / telling.Count,
            ChecksBroken: checks.Length == 0 ? 0 : (double)checks.Count(check => !check.Holds) / checks.Length,
            Absence: 0,
            DoubtfulAbsence: 0,
            Gap: 0,
            ReadersAgree: 0,
            ReadersDiffer: 0,
            Leftovers: leftovers);
    }
}
