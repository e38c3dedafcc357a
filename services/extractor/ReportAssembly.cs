using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Recognisers;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Extractor;

/// <summary>The pure heart: a document model in, its reports out. The same document gives the same reports.</summary>
public static class ReportAssembly
{
    // A cell below this keeps its record from being accepted; the docs' reliability table says why.
    private const double SureCell = 0.95;

    /// <returns>The reports of the document; empty when it holds none.</returns>
    public static ImmutableArray<AnnualReport> Of(SourceDocument document, DocumentHints hints) =>
        [.. ReportParts.Of(document.Blocks).Select(range => Report(document, [.. document.Blocks.AsSpan()[range]], range.Start.Value, hints)).OfType<AnnualReport>()];

    private static AnnualReport? Report(SourceDocument document, ImmutableArray<Block> blocks, int firstBlock, DocumentHints hints)
    {
        var tables = TableAlignment.Align(PageTokens.Of(blocks, firstBlock));
        var facts = ReportFacts.Of(document, blocks, hints);
        if (!IsReport(tables, facts))
            return null;
        var form = FormOf(tables, facts.Year);
        var values = tables.SelectMany(table => table.Cells).ToDictionary(pair => pair.Key, pair => pair.Value.Claim.Number.Value);
        var checks = FormArithmetic.Evaluate(form, cell => values.GetValueOrDefault(cell));
        var cells = new ReportScoring(ConfidenceModel.Default).Cells(form, tables, checks);
        var confidence = cells.Min(cell => cell.Confidence);
        return new AnnualReport
        {
            Form = form.Id,
            Year = facts.Year,
            Authority = facts.Authority?.Name,
            Level = facts.Authority is null ? null : PublicBody.LevelOf(facts.Authority.Name),
            Title = facts.Title?.Text,
            Published = facts.Published,
            Contact = ContactFinder.Of(string.Concat(blocks.OfType<TextBlock>().Take(30).Select(block => block.Text))),
            Sections = facts.Sections.Text,
            Cells = cells,
            ChecksPassed = checks.Count(check => check.Holds),
            Violations = [.. checks.Where(check => !check.Holds).Select(check => new Violation(check.Check, check.Left, check.Right, check.Cells, ViolationCause.Unclear))],
            Confidence = confidence,
            Status = confidence >= SureCell && facts.Authority is not null && facts.Year is not null ? ReviewStatus.Accepted : ReviewStatus.Review,
            Trust = SourceTrustRule.Of(document, hints),
            Layout = tables.SelectMany(table => table.Cells.Values).GroupBy(cell => cell.Rule).MaxBy(group => group.Count())?.Key ?? "none",
        };
    }

    // Blank forms go with notices; a report of a body that had nothing to report still says so by its title.
    private static bool IsReport(ImmutableArray<AlignedTable> tables, ReportFacts facts)
    {
        var numbers = tables.Sum(table => table.Cells.Values.Count(cell => cell.Claim.Number.IsNumber));
        var cells = tables.Sum(table => table.Cells.Count);
        return numbers >= 5 || (cells >= 100 && (numbers > 0 || facts.Title is not null) && facts.Sections.Headings.Count >= 3 && facts.Title is not null);
    }

    private static OfficialForm FormOf(ImmutableArray<AlignedTable> tables, int? year)
    {
        var found = tables.SelectMany(table => table.Cells.Keys).ToList();
        var of2019 = found.Count(cell => !OfficialForm.Of2021.Contains(cell));
        var of2021 = found.Count(cell => !OfficialForm.Of2019.Contains(cell));
        if (of2019 != of2021)
            return of2019 > of2021 ? OfficialForm.Of2019 : OfficialForm.Of2021;
        return year is 2019 or 2020 ? OfficialForm.Of2019 : OfficialForm.Of2021;
    }
}
