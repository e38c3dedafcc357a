using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Checks;

/// <summary>The stage that holds the form's equations and its prose against the numbers read.</summary>
/// <param name="Outcomes">All equations that could be evaluated.</param>
/// <param name="UnstatedTotals">Totals that are blank although numbers stand beside them.</param>
/// <param name="ProseIssues">Where a section's text says another number.</param>
internal sealed record ReportChecks(ImmutableArray<CheckOutcome> Outcomes, ImmutableArray<CellId> UnstatedTotals, ImmutableArray<Issue> ProseIssues)
{
    /// <param name="value">Value of a cell; null for a blank and for a cell not on the page.</param>
    /// <param name="sections">Text of each section by its id.</param>
    /// <param name="isRead">Whether the cell was found on the page, blank or not.</param>
    public static ReportChecks Of(OfficialForm form, Func<FormCell, decimal?> value, Func<FormCell, bool> isRead, IReadOnlyDictionary<string, string> sections) => new(
        FormArithmetic.Evaluate(form, value, isRead),
        FormArithmetic.UnstatedTotals(form, value),
        [.. form.Prose.Select(rule => ProseCheck.Of(rule, sections.GetValueOrDefault(rule.Section, string.Empty), value)).OfType<Issue>()]);
}
