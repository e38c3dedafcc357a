using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// Reads tables by the order of labels and numbers alone, as text dumps keep it: a row label, then its numbers in the order of the
/// column headers. Needs every blank to have left a trace.
/// </summary>
public sealed class TokenOrder : IReadingStrategy
{
    private readonly Window _window;

    private TokenOrder(Window window, string rule)
    {
        _window = window;
        Rule = rule;
    }

    public static TokenOrder BehindLabels { get; } = new(Window.First, "sequence.behind-label");

    public static TokenOrder AtLineEnds { get; } = new(Window.LastOfLine, "sequence.line-end");

    public string Rule { get; }

    public IEnumerable<Claim> Read(PageTokens page)
    {
        var runs = TokenRun.Of(page.Tokens);
        var applications = new ApplicationRows(page.Year, ApplicantOrder.Of(runs));
        var disclosure = new DisclosureRows();
        var remedies = new RemedyRows();
        foreach (var run in runs)
        {
            foreach (var row in new[] { applications.Next(run), disclosure.Next(run), remedies.Next(run) })
            {
                if (row is null || Windows.Cut(run, _window, row.Columns.Length) is not { } cells)
                    continue;
                for (var i = 0; i < cells.Length; i++)
                {
                    var (rowKey, columnKey) = row.Columns[i];
                    yield return new Claim(row.Table, rowKey, columnKey, cells[i].Text, cells[i].Number, cells[i].Spot, row.Similarity, row.OtherYear);
                }
            }
        }
    }
}
