using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Recognisers;
using Pipeline.Extractor.Recognisers.Divisions;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Extractor;

/// <summary>The pure heart: a document model in, its reports out. The same document gives the same reports.</summary>
public static class ReportAssembly
{
    // A news page may hold a number or two that look like cells; the smallest real report printed nine.
    private const int FewestNumbers = 5;

    // A body that leaves every zero blank still prints its tables: half of the form's cells.
    private const int FewestBlanks = 100;

    // Of the rows of the form, some 35, most are named even where a dump has lost the places of the blanks.
    private const int FewestRows = 20;

    private const int FewestSections = 3;

    /// <returns>The reports of the document; empty when it holds none.</returns>
    public static ImmutableArray<ExplainedReport> Of(SourceDocument document, DocumentHints hints, CancellationToken cancellation = default)
    {
        var blocks = MergedLabels.Join(RepeatedCells.Join(SerialColumns.Remove(AlignedRows.Divide(LineRows.Open(document.Blocks)))));
        var read = ReportParts.Of(blocks).Select(range => Report(document, [.. blocks.AsSpan()[range]], range.Start.Value, hints, cancellation)).OfType<ExplainedReport>();
        if (document.SecondReading is not { } second)
            return [.. read.Select(Judged)];
        var others = Of(second, hints, cancellation);
        return [.. read.Select((report, i) => Judged(Compared(report, others.ElementAtOrDefault(i)?.Report)))];
    }

    private static ExplainedReport Compared(ExplainedReport read, AnnualReport? other)
    {
        var (report, evidence) = ReaderAgreement.Between(read.Report, read.Evidence, other);
        return read with { Report = report, Evidence = evidence };
    }

    private static ExplainedReport Judged(ExplainedReport read) => read with { Report = ReportConfidence.Under(ConfidenceModel.Default, read.Report, read.Evidence) };

    private static ExplainedReport? Report(SourceDocument document, ImmutableArray<Block> blocks, int firstBlock, DocumentHints hints, CancellationToken cancellation)
    {
        var facts = ReportFacts.Of(document, blocks, hints);
        var page = TableAlignment.Align(PageTokens.Of(blocks, firstBlock, facts.Year, cancellation));
        if (!IsReport(page, facts) || BlankForm.IsTitled(document) || BlankForm.IsOpen(facts.Title) || (facts.Title is null && BlankForm.IsNamed(document)))
            return null;
        var form = FormOf(page, facts.Year);
        var values = page.Cells.ToDictionary(pair => pair.Key, pair => pair.Value.Claim.Number.Value);
        var checks = FormArithmetic.Evaluate(form, cell => values.GetValueOrDefault(cell));
        var unstated = FormArithmetic.UnstatedTotals(form, cell => values.GetValueOrDefault(cell));
        var cells = ReportScoring.Cells(form, page, checks);
        ImmutableArray<Violation> violations = [.. checks.Where(check => !check.Holds).Select(check => new Violation(check.Check, check.Left, check.Right, check.Cells, CheckCause.Of(check, checks, unstated, page)))];
        var region = facts.Authority is null ? null : AdministrativeDivisions.CodeOf(facts.Authority.Name);
        var report = new AnnualReport
        {
            Form = form.Id,
            Year = facts.Year,
            Authority = facts.Authority?.Name,
            Level = LevelOf(facts.Authority, region),
            RegionCode = region,
            Title = facts.Title?.Text,
            Published = facts.Published,
            Contact = ContactFinder.Of(string.Concat(blocks.OfType<TextBlock>().Take(30).Select(block => block.Text))),
            Sections = facts.Sections.Text,
            Cells = [.. cells.Select(cell => cell.Reading)],
            ChecksPassed = checks.Count(check => check.Holds),
            Violations = violations,
            Issues = [.. document.Issues, .. ProseIssues(facts, values), .. unstated.Select(TotalUnstated), .. OfSite(facts.Authority)],
            Confidence = 0,
            Status = ReviewStatus.Review,
            Trust = SourceTrustRule.Of(document, hints),
            Layout = page.Cells.GroupBy(pair => pair.Value.Rule).MaxBy(group => group.Count())?.Key ?? "none",
        };
        return new ExplainedReport(report, [.. cells.Select(cell => cell.Evidence)], page, checks);
    }

    private static IEnumerable<Issue> ProseIssues(ReportFacts facts, Dictionary<CellId, decimal?> values) =>
        ProseCheck.Of(facts.Sections.Text.GetValueOrDefault("overview", string.Empty), values.GetValueOrDefault(new CellId("applications.new.total"))) is { } issue ? [issue] : [];

    private static IEnumerable<Issue> OfSite(Authority? authority) => authority is { Basis: AuthorityBasis.Site }
        ? [new(ReportConfidence.AuthorityOfSite, IssueSeverity.Warning, $"The report names no body; {authority.Name} runs the site: check whose report it is.")] : [];

    private static Issue TotalUnstated(CellId total) =>
        new(ReportConfidence.TotalUnstated, IssueSeverity.Warning, $"{total} is blank although numbers stand beside it: compare the row with the page.");

    // The name tells a township; the table of divisions tells a county-level city from a prefecture.
    private static AdministrativeLevel? LevelOf(Authority? authority, string? region)
    {
        var named = authority is null ? null : PublicBody.LevelOf(authority.Name);
        return named == AdministrativeLevel.Township || region is null ? named : AdministrativeDivisions.LevelOf(region);
    }

    // The tables alone make no report: quarterly statistics borrow one of them, notices carry the blank form.
    private static bool IsReport(AlignedPage page, ReportFacts facts)
    {
        var numbers = page.Cells.Count(pair => pair.Value.Claim.Number.IsNumber);
        var tables = page.Tables.Count(table => !table.Cells.IsEmpty);
        if (numbers >= FewestNumbers)
            return facts.Title is not null || facts.Sections.Headings.Count >= FewestSections || tables >= 2;
        var printsForm = page.Cells.Count() >= FewestBlanks || (numbers > 0 && page.Tables.Sum(table => table.NamedRows.Count) >= FewestRows);
        return printsForm && facts.Title is not null && facts.Sections.Headings.Count >= FewestSections;
    }

    private static OfficialForm FormOf(AlignedPage page, int? year)
    {
        var found = page.Cells.Select(pair => pair.Key).ToList();
        var of2019 = found.Count(cell => !FormCatalog.Current.Form("2021").Contains(cell));
        var of2021 = found.Count(cell => !FormCatalog.Current.Form("2019").Contains(cell));
        if (of2019 != of2021)
            return of2019 > of2021 ? FormCatalog.Current.Form("2019") : FormCatalog.Current.Form("2021");
        return year is 2019 or 2020 ? FormCatalog.Current.Form("2019") : FormCatalog.Current.Form("2021");
    }
}
