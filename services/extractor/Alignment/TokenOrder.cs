using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// Reads tables by the order of labels and numbers alone, as text dumps keep it: a row label, then its numbers in the order of the
/// column headers. Needs every blank to have left a trace.
/// </summary>
internal sealed class TokenOrder : IReadingStrategy
{
    private readonly RowWindow _window;

    private TokenOrder(RowWindow window, string rule)
    {
        _window = window;
        Rule = rule;
    }

    public static TokenOrder BehindLabels { get; } = new(RowWindow.First, RuleReasons.SequenceBehindLabel);

    public static TokenOrder AtLineEnds { get; } = new(RowWindow.LastOfLine, RuleReasons.SequenceLineEnd);

    public string Rule { get; }

    public IEnumerable<CandidateCell> Read(PageRuns page)
    {
        ImmutableArray<IRowFollower> followers = [.. page.Page.Family.Tables.Select(table => Follower(page, table)).OfType<IRowFollower>()];
        foreach (var run in page.Runs)
        {
            // Every follower sees every run, whether it is a row of its table or not.
            foreach (var row in followers.Select(follower => follower.Next(run)).ToList())
            {
                if (row is null || RowWindows.Cut(run, _window, row.Cells.Length) is not { } cells)
                    continue;
                for (var i = 0; i < cells.Length; i++)
                    yield return new CandidateCell(row.Cells[i], cells[i].Text, cells[i].Number, cells[i].Spot, row.Similarity, row.OtherYear);
            }
        }
    }

    private static IRowFollower? Follower(PageRuns page, FamilyTable table) => table.Shape switch
    {
        TableShape.Matrix => new MatrixRows(page.Page.Family, table, page.Page.Year, page.OrderOf(table)),
        TableShape.Ragged => new RaggedRows(table),
        TableShape.SideBySide => new SideBySideRows(page.Page.Family, table),
        _ => null,
    };
}
