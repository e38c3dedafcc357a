using Pipeline.Contracts.Reasons;

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
        foreach (var (run, row) in page.Rows)
        {
            if (RowWindows.Cut(run, _window, row.Cells.Length) is not { } cells)
                continue;
            for (var i = 0; i < cells.Length; i++)
                yield return new CandidateCell(row.Cells[i], cells[i].Text, cells[i].Number, cells[i].Spot, row.Similarity, row.OtherYear);
        }
    }
}
