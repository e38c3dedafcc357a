using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Scoring;

/// <summary>Turns aligned tables into the cells of a form with their confidences.</summary>
public sealed class ReportScoring(ConfidenceModel model)
{
    public ImmutableArray<CellReading> Cells(OfficialForm form, ImmutableArray<AlignedTable> tables, ImmutableArray<CheckOutcome> checks)
    {
        var aligned = tables.SelectMany(table => table.Cells).ToDictionary(pair => pair.Key, pair => pair.Value);
        var whole = Enum.GetValues<FormTable>().ToDictionary(table => Alignment.Forms.Prefix(table), table =>
            form.Cells.Where(cell => Prefix(cell.Id) == Alignment.Forms.Prefix(table)).All(cell => aligned.ContainsKey(cell.Id)));
        var byCell = checks.SelectMany(check => check.Cells.Select(cell => (cell, check))).ToLookup(pair => pair.cell, pair => pair.check);
        return [.. form.Cells.Select(cell => Reading(cell.Id, aligned.GetValueOrDefault(cell.Id), [.. byCell[cell.Id]], whole[Prefix(cell.Id)]))];
    }

    private CellReading Reading(CellId cell, AlignedCell? aligned, ImmutableArray<CheckOutcome> checks, bool tableIsWhole)
    {
        var evidence = Evidence(aligned, checks, tableIsWhole);
        return new CellReading(
            cell,
            aligned?.Claim.Number.Value,
            aligned?.Claim.Raw,
            model.Confidence(evidence),
            aligned?.Claim.Source,
            aligned?.Rule ?? "not-on-page",
            evidence.Codes());
    }

    private static CellEvidence Evidence(AlignedCell? aligned, ImmutableArray<CheckOutcome> checks, bool tableIsWhole)
    {
        var telling = checks.Where(check => check.IsTelling).ToList();
        return new CellEvidence(
            aligned is not null,
            aligned is null ? 0 : 1 - aligned.Claim.LabelSimilarity,
            aligned?.Agreeing > 0 ? 1 : 0,
            aligned?.Dissenting > 0 ? 1 : 0,
            aligned?.Contested == true ? 1 : 0,
            aligned?.Claim.Number is { IsNumber: true, Decorated: true } ? 1 : 0,
            aligned is not null && aligned.Claim.Number is { IsNumber: false, IsBlank: false } ? 1 : 0,
            telling.Count == 0 ? 0 : (double)telling.Count(check => check.Holds) / telling.Count,
            checks.Length == 0 ? 0 : (double)checks.Count(check => !check.Holds) / checks.Length,
            tableIsWhole ? 1 : 0);
    }

    private static string Prefix(CellId cell) => cell.ToString().Split('.')[0];
}
