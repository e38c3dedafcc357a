using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Metadata;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Reports;

/// <summary>Tells a report from what only resembles one.</summary>
internal static class ReportEvidence
{
    // A news page may hold a number or two that look like cells; the smallest real report printed nine.
    private const int FewestNumbers = 5;

    // A body that leaves every zero blank still prints its tables: half of the form's cells.
    private const double FewestBlanks = 0.5;

    // Most rows of a form are named even where a dump has lost the places of the blanks, all of them in a report that states nothing.
    private const double FewestRows = 0.57;

    private const int FewestSections = 3;

    /// <summary>The tables alone make no report: quarterly statistics borrow one of them, notices carry the blank form.</summary>
    public static bool IsReport(AlignedPage page, ReportFacts facts, SourceDocument document) => HoldsForm(page, facts) && !IsBlankForm(page, facts, document);

    private static bool HoldsForm(AlignedPage page, ReportFacts facts)
    {
        var numbers = page.Cells.Count(pair => pair.Value.Candidate.Number.IsNumber);
        var tables = page.Tables.Count(table => table.Cells.Count > 0);
        if (numbers >= FewestNumbers)
            return facts.Title is not null || facts.Sections.Headings.Count >= FewestSections || tables >= 2;
        var form = page.Family.Forms[0];
        var printsForm = page.Cells.Count() >= FewestBlanks * form.Cells.Length
            || ((numbers > 0 || facts.Title is { Body: not null, Year: not null }) && page.Tables.Sum(table => table.NamedRows.Count) >= FewestRows * form.Tables.Sum(table => table.Rows.Length));
        return printsForm && facts.Title is not null && facts.Sections.Headings.Count >= FewestSections;
    }

    private static bool IsBlankForm(AlignedPage page, ReportFacts facts, SourceDocument document)
    {
        var titles = page.Family.Genre.Titles;
        return BlankForm.IsTitled(document, titles) || BlankForm.IsLookAlike(document, titles) || BlankForm.IsOpen(facts.Title) || (facts.Title is null && BlankForm.IsNamed(document, titles));
    }
}
