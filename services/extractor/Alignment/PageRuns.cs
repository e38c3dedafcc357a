using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>A page cut into runs, what rows of tables these are, and in what order tables have their columns there: found out once for all that reads the page.</summary>
internal sealed class PageRuns(PageTokens page)
{
    private readonly ImmutableArray<string>?[] _orders = new ImmutableArray<string>?[page.Family.Tables.Length];
    private readonly bool[] _isOrdered = new bool[page.Family.Tables.Length];
    private List<(TokenRun Run, ExpectedRow Row)>? _rows;

    public PageTokens Page => page;

    public ImmutableArray<TokenRun> Runs { get; } = TokenRun.Of(page);

    /// <summary>Runs that are rows of tables, as what follows each table through the page sees them; a run may be one of several.</summary>
    public IReadOnlyList<(TokenRun Run, ExpectedRow Row)> Rows => _rows ??= Followed();

    /// <returns>Ids of the columns; null when reading order does not tell.</returns>
    public ImmutableArray<string>? OrderOf(FamilyTable table)
    {
        if (!_isOrdered[table.Index])
            (_orders[table.Index], _isOrdered[table.Index]) = (ColumnOrder.Of(table, Runs), true);
        return _orders[table.Index];
    }

    private List<(TokenRun Run, ExpectedRow Row)> Followed()
    {
        var followers = page.Family.Tables.Select(Follower).OfType<IRowFollower>().ToList();
        var rows = new List<(TokenRun, ExpectedRow)>();
        foreach (var run in Runs)
        {
            // Every follower sees every run, whether it is a row of its table or not.
            foreach (var follower in followers)
            {
                if (follower.Next(run) is { } row)
                    rows.Add((run, row));
            }
        }

        return rows;
    }

    private IRowFollower? Follower(FamilyTable table) => table.Shape switch
    {
        TableShape.Matrix => new MatrixRows(page.Family, table, page.Year, OrderOf(table)),
        TableShape.Ragged => new RaggedRows(table),
        TableShape.SideBySide => new SideBySideRows(page.Family, table),
        _ => null,
    };
}
