using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Metadata;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Scoring;

/// <summary>Turns aligned tables into the cells of a form and the evidence for each. Their confidences are for a model to give: until then they are 0.</summary>
internal static class ReportScoring
{
    /// <summary>The report with all that its confidences will rest on; they are 0 and the record waits for review until a model has judged it.</summary>
    public static ExplainedReport Report(OfficialForm form, AlignedPage page, ReportFacts facts, ReportChecks checks, SourceDocument document, DocumentHints hints)
    {
        var cells = Cells(form, page, checks);
        var report = new AnnualReport
        {
            Form = form.Id,
            Year = facts.Year,
            Authority = facts.Authority?.Name,
            Level = facts.Level,
            RegionCode = facts.Region,
            Title = facts.Title?.Text,
            Published = facts.Published,
            Contact = facts.Contact,
            Sections = facts.Sections.Text,
            Cells = [.. cells.Select(cell => cell.Reading)],
            ChecksPassed = checks.Outcomes.Count(check => check.Holds),
            Violations = [.. checks.Outcomes.Where(check => !check.Holds).Select(check => new Violation(check.Check, check.Left, check.Right, check.Cells, CheckCause.Of(check, checks, page, document.IsPlain)))],
            Issues = [.. document.Issues, .. checks.ProseIssues, .. checks.UnstatedTotals.Select(TotalUnstated), .. OfSite(facts.Authority), .. OfYear(facts), .. facts.Doubts, .. OfOtherYears(page), .. OfRivals(page), .. OfDisplaced(page), .. ColumnPlaces.Of(document, page), .. OfTwoNumbers(cells.Select(cell => cell.Reading)), .. Completeness.Of(form, page, facts.Sections), .. LabelDoubts.Of(document, facts, cells.Select(cell => cell.Reading))],
            Confidence = 0,
            Status = ReviewStatus.Review,
            Trust = SourceTrustRule.Of(document, hints),
            Layout = page.Cells.GroupBy(pair => pair.Value.Rule).MaxBy(group => group.Count())?.Key ?? "none",
        };
        return new ExplainedReport(report, [.. cells.Select(cell => cell.Evidence)], page, checks.Outcomes);
    }

    private static IEnumerable<Issue> OfSite(Authority? authority) => authority is { Basis: AuthorityBasis.Site }
        ? [new(IssueReasons.AuthorityOfSite, IssueSeverity.Warning, $"The report names no body; {authority.Name} runs the site: check whose report it is.")] : [];

    private static IEnumerable<Issue> OfYear(ReportFacts facts) => facts.YearIsDerived
        ? [new(IssueReasons.YearDerived, IssueSeverity.Warning, $"Nothing on the page says the year; {facts.Year} is the one before it was published: check it.")] : [];

    private static IEnumerable<Issue> OfOtherYears(AlignedPage page) => page.Tables.Where(table => table.IsOfOtherYear).Select(table => new Issue(
        IssueReasons.OtherYear, IssueSeverity.Warning, $"Figures of the table {table.Table.Editions[0].EnglishName} stand under the name of another year: check whether the page shows those of the year of the report."));

    private static IEnumerable<Issue> OfRivals(AlignedPage page) => page.Tables.Where(table => table.HasRival).Select(table => new Issue(
        IssueReasons.RivalTables, IssueSeverity.Warning, $"Two tables of the page have the labels of {table.Table.Editions[0].EnglishName} and say different things: see which of them is of this body and year."));

    private static IEnumerable<Issue> OfDisplaced(AlignedPage page) => page.Tables.SelectMany(table => table.Displaced).Select(cell => new Issue(
        IssueReasons.FigureDisplaced, IssueSeverity.Warning, $"The place of {cell.Candidate.Cell.Id} is empty and {cell.Candidate.Raw} stands beside it: see whose it is.", cell.Candidate.Spot.Source));

    private static IEnumerable<Issue> OfTwoNumbers(IEnumerable<CellReading> cells) =>
        cells.Where(cell => Numerals.StandOnLines(cell.Raw ?? string.Empty)).Select(cell => Appearance.Doubt(AppearanceReasons.Broken, cell.Source)).Distinct();

    private static Issue TotalUnstated(CellId total) =>
        new(IssueReasons.TotalUnstated, IssueSeverity.Warning, $"{total} is blank although numbers stand beside it: compare the row with the page.");

    // Every cell of the form with what its confidence rests on.
    private static ImmutableArray<(CellReading Reading, CellEvidence Evidence)> Cells(OfficialForm form, AlignedPage page, ReportChecks checks)
    {
        // As many numbers left over as a row has mean that a whole row was not understood.
        var leftovers = Math.Min(1, (double)page.UnexplainedNumbers / page.Family.RowWidth);
        // A row whose total is blank, or not there, beside its numbers may stand one column off: it says as much against them as a sum that is broken.
        var unstated = form.Equations.Where(equation => equation.IsSum && equation.Axis == EquationAxis.Row && checks.UnstatedTotals.Contains(equation.Left[0].Id)).Select(equation => new CheckOutcome(equation, 0, 1));
        var byCell = checks.Outcomes.Concat(unstated).SelectMany(check => check.Equation.Left.Concat(check.Equation.Right), (check, cell) => (Cell: page.Family.Of(cell), Check: check)).ToLookup(pair => pair.Cell, pair => pair.Check);
        return
        [
            .. form.Cells.Select(cell => page.Of(cell) is { } found
                ? Present(found, Evidence(found, byCell[found.Candidate.Cell], leftovers))
                : Absent(page.Family.Of(cell), page, checks.Outcomes)),
        ];
    }

    // What is outside the cell's domain is kept as printed and is no value.
    private static (CellReading, CellEvidence) Present(AlignedCell cell, CellEvidence evidence) => (
        new CellReading(cell.Candidate.Cell.Id, IsInDomain(cell) ? cell.Candidate.Number.Value : null, cell.Candidate.Raw, Confidence: 0, cell.Candidate.Spot.Source, cell.Rule, evidence.Codes()),
        evidence);

    private static (CellReading, CellEvidence) Absent(FamilyCell cell, AlignedPage page, ImmutableArray<CheckOutcome> checks)
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
        return (new CellReading(cell.Id, null, null, Confidence: 0, null, EvidenceReasons.NotOnPage, evidence.Codes()), evidence);
    }

    private static CellEvidence Evidence(AlignedCell cell, IEnumerable<CheckOutcome> checks, double leftovers)
    {
        var (all, broken, telling, held) = (0, 0, 0, 0);
        foreach (var check in checks)
        {
            all++;
            broken += check.Holds ? 0 : 1;
            telling += check.IsTelling ? 1 : 0;
            held += check is { IsTelling: true, Holds: true } ? 1 : 0;
        }

        return new CellEvidence(
            LabelDoubt: 1 - cell.Candidate.LabelSimilarity,
            Agreement: cell.Agreeing > 0 ? 1 : 0,
            Dispute: cell.Dissenting > 0 ? 1 : 0,
            Contest: cell.Contested ? 1 : 0,
            Decoration: cell.Candidate.Number is { IsNumber: true, Decorated: true } ? 1 : 0,
            OtherText: cell.Candidate.Number is { IsNumber: false, IsBlank: false } || !IsInDomain(cell) ? 1 : 0,
            ChecksHeld: telling == 0 ? 0 : (double)held / telling,
            ChecksBroken: all == 0 ? 0 : (double)broken / all,
            Absence: 0,
            DoubtfulAbsence: 0,
            Gap: 0,
            ReadersAgree: 0,
            ReadersDiffer: 0,
            Leftovers: leftovers);
    }

    // A count has no sign: +12 is a change.
    private static bool IsInDomain(AlignedCell cell) => cell.Candidate.Number.Value is not { } value
        || (cell.Candidate.Cell.Declared.Domain is var domain && domain.Allows(value) && !(domain == NumberDomain.Count && cell.Candidate.Number.IsSigned));
}
