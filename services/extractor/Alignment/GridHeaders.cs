using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// Reads a table by its geometry: a value belongs to the labels left of it and above it, wherever the columns stand and however the
/// table is turned. Gives up on a value when either label is missing, as in the second half of a table cut in two.
/// </summary>
internal sealed class GridHeaders : IReadingStrategy
{
    // The official forms have 10 and 15 columns; a page that sets years side by side has some 30.
    public const int MostColumns = 120;

    public string Rule => RuleReasons.GridHeaders;

    public IEnumerable<CandidateCell> Read(PageRuns runs)
    {
        var page = runs.Page;
        for (var i = 0; i < page.Blocks.Length; i++)
        {
            if (page.Blocks[i] is not GridBlock { ColumnCount: <= MostColumns } grid)
                continue;
            var labels = new GridLabels(grid, page.FirstBlock + i, page.Year, OtherYear.IsCaptionAbove(page.Blocks, i, page.Year), page.Family.Lexicon);
            foreach (var table in page.Family.Tables.Where(table => table.Shape != TableShape.List && labels.NamesRowOf(table)))
            {
                foreach (var candidate in BestTurn(labels, table))
                    yield return candidate;
            }
        }
    }

    // Rows may run down or across, and table four sets both its coordinates above the numbers.
    private static List<CandidateCell> BestTurn(GridLabels labels, FamilyTable table)
    {
        (Side Row, Side Column)[] turns = [(Side.Left, Side.Top), (Side.Top, Side.Top), (Side.Top, Side.Left), (Side.Left, Side.Left)];
        return turns.Select(turn => Candidates(labels, table, turn.Row, turn.Column)).MaxBy(candidates => candidates.Count(candidate => candidate.Number.IsNumber) + (0.1 * candidates.Count))!;
    }

    private static List<CandidateCell> Candidates(GridLabels labels, FamilyTable table, Side rowSide, Side columnSide)
    {
        var candidates = new List<CandidateCell>();
        var isOfTable = false;
        foreach (var cell in labels.ValueCells)
        {
            var row = labels.Nearest(cell, rowSide, table, Axis.Row);
            var column = row is null ? null : labels.Nearest(cell, columnSide, table, Axis.Column);
            // The total of totals aside, one label cannot be the row and the column of a number at once.
            if (row is null || column is null || (rowSide == columnSide && row.Label.Text == column.Label.Text) || table.Cell(row.Label.Key, column.Label.Key) is not { } found)
                continue;
            isOfTable |= !row.Label.IsCommon;
            candidates.Add(new CandidateCell(found, cell.Cell.Text, cell.Token.Number, new TokenSpot(labels.Block, cell.Cell.Source, cell.Cell.Part),
                Math.Min(row.Similarity, column.Similarity), labels.SaysOtherYear(cell)));
        }

        // 总计 and 其他 are labels of every table: a grid whose rows have no others is another table's.
        return isOfTable ? candidates : [];
    }
}
