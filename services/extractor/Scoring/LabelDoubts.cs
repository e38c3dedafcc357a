using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Metadata;
using Pipeline.Extractor.Model;
using Pipeline.Text;

namespace Pipeline.Extractor.Scoring;

/// <summary>A doubt how a label of the report's tables looks, or a line of its title, is one about figures that are all plain: under which row they stand, whose and of which year they are.</summary>
internal static class LabelDoubts
{
    /// <summary>Share of a title that a line of it has at least: what is shorter is an entry of a menu.</summary>
    private const double LeastShare = 0.3;

    public static IEnumerable<Issue> Of(SourceDocument document, ReportFacts facts, IEnumerable<CellReading> cells)
    {
        var doubted = document.Issues.Where(issue => issue.Where is not null && issue.Code.StartsWith(AppearanceReasons.Prefix, StringComparison.Ordinal)).ToLookup(issue => issue.Where!);
        if (doubted.Count == 0)
            return [];
        var read = cells.Select(cell => cell.Source).OfType<Locator>().ToHashSet();
        var labels = document.Blocks.OfType<GridBlock>().Select(grid => grid.Cells.Select(cell => cell.Source).ToList()).Where(grid => grid.Exists(read.Contains)).SelectMany(grid => grid).Where(place => !read.Contains(place));
        var titles = document.Blocks.OfType<TextBlock>().Where(line => !line.IsBoilerplate && IsOfTitle(line.Text, facts.Title)).Select(line => line.Source);
        return labels.Concat(titles).Where(doubted.Contains).Take(1).Select(place => new Issue(
            IssueReasons.LabelDoubtful, IssueSeverity.Warning, $"A label or the title may look otherwise than it reads ({doubted[place].First().Detail.TrimEnd('.')}): see which row, body and year it shows.", place));
    }

    // A title may be set on several lines.
    private static bool IsOfTitle(string line, ReportTitle? title) =>
        title is not null && PlainText.Dense(line) is var said && PlainText.Dense(title.Text) is var whole
        && (said.Length >= LeastShare * whole.Length && whole.Contains(said, StringComparison.Ordinal) || said.Contains(whole, StringComparison.Ordinal));
}
