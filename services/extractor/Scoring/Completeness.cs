using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Sections;

namespace Pipeline.Extractor.Scoring;

/// <summary>Tells a report that ends early, cut by a download or a dump, from one that is whole.</summary>
internal static partial class Completeness
{
    // A page that shows so few of the numbered headings has other ones or none.
    private const int FewestSections = 3;

    // Bodies leave out the last section now and then, but not the last two.
    private const int SectionsCut = 2;

    public static IEnumerable<Issue> Of(OfficialForm form, AlignedPage page, ReportSections sections)
    {
        var tables = form.Tables.Where(table => !form.Cells.Any(cell => cell.Table == table && page.Of(cell) is not null) && !SaysNone(sections, table.Section)).Select(table => table.EnglishName).ToList();
        if (tables.Count > 0)
            yield return Issue($"Nothing of the table {string.Join(", ", tables)} was found");
        var behind = form.Sections.Reverse().TakeWhile(section => section.Number is not null && !sections.Headings.ContainsKey(section.Id)).Count();
        if (sections.Headings.Count >= FewestSections && behind >= SectionsCut)
            yield return Issue($"The last {behind} sections of the form are absent");
    }

    // 本年度没有因政府信息公开被申请行政复议: words for the table, and the report goes on.
    private static bool SaysNone(ReportSections sections, string section) =>
        None().IsMatch(sections.Text.GetValueOrDefault(section, string.Empty)) && sections.Headings.TryGetValue(section, out var own) && sections.Headings.Values.Any(other => other > own);

    private static Issue Issue(string what) => new(IssueReasons.Incomplete, IssueSeverity.Warning, $"{what}: the document may end early; compare it with its source.");

    [GeneratedRegex(@"没有|未|无|均为[0零]|[0零]件", RegexOptions.CultureInvariant)]
    private static partial Regex None();
}
