using System.Collections.Immutable;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>A page cut into runs, and in what order tables have their columns there: found out once for all that reads the page.</summary>
internal sealed class PageRuns(PageTokens page)
{
    private readonly ImmutableArray<string>?[] _orders = new ImmutableArray<string>?[page.Family.Tables.Length];
    private readonly bool[] _isOrdered = new bool[page.Family.Tables.Length];

    public PageTokens Page => page;

    public ImmutableArray<TokenRun> Runs { get; } = TokenRun.Of(page);

    /// <returns>Ids of the columns; null when reading order does not tell.</returns>
    public ImmutableArray<string>? OrderOf(FamilyTable table)
    {
        if (!_isOrdered[table.Index])
            (_orders[table.Index], _isOrdered[table.Index]) = (ColumnOrder.Of(table, Runs), true);
        return _orders[table.Index];
    }
}
