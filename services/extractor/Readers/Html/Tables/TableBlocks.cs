using System.Collections.Immutable;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html.Blocks;
using Pipeline.Extractor.Readers.Html.Boxes;
using Pipeline.Extractor.Readers.Html.Text;

namespace Pipeline.Extractor.Readers.Html.Tables;

/// <summary>
/// Writes down a table: rows of data as grids; rows that lay out the page as the content of their cells, one cell after the other. One table can do
/// both, as where a page's frame and a table of figures share one.
/// </summary>
internal sealed class TableBlocks(ElementPaths paths)
{
    /// <summary>Cells with as many lines as their neighbour: two may have them by chance.</summary>
    private const int FewestParallel = 3;

    public void Write(Box table, PageBlocks page)
    {
        foreach (var caption in table.Children.Where(child => child.Kind == BoxKind.Caption))
        {
            page.Flow(caption);
        }

        var rows = TableRows.Of(table);
        var cells = RowSpanRepair.Place(rows);
        if (table.Children.Exists(child => child.HoldsTables) && cells.Count > 0 && NestedTables.Open(cells) is { } opened)
        {
            page.Add(Grid(table, opened), table);
            page.AddPictures(table);
            return;
        }

        var isPage = PageRows(table, rows.Count, cells);
        var bandEnds = BandEnds(isPage);
        var band = new List<PlacedCell>();
        foreach (var cell in cells)
        {
            if (isPage[cell.Row])
            {
                WriteBand(table, band, page);
                page.Flow(cell.Box);
            }
            else
            {
                band.Add(cell with { RowSpan = Math.Min(cell.RowSpan, bandEnds[cell.Row] - cell.Row) });
            }
        }

        WriteBand(table, band, page);
    }

    public GridBlock Grid(Box table, IReadOnlyCollection<PlacedCell> cells)
    {
        var closed = GridClosing.Close(cells);
        var grid = closed
            .OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)
            .Select(cell => new GridCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, BoxText.Of(cell.Box), paths.Locator(cell.Box.Element, cell.Shown.Row, cell.Shown.Column)) { Lines = CellLines.Of(cell.Box) })
            .ToImmutableArray();
        return new GridBlock(grid, grid.Max(cell => cell.Row + cell.RowSpan), grid.Max(cell => cell.Column + cell.ColumnSpan), paths.Locator(table.Element));
    }

    /// <summary>For each row whether it lays out the page.</summary>
    private static bool[] PageRows(Box table, int count, List<PlacedCell> cells)
    {
        var isPage = new bool[count];
        var presentation = table.Element.GetAttribute("role") is "presentation" or "none";
        foreach (var cell in cells.Where(cell => presentation || (TableNature.HoldsPage(cell.Box) && !RunsBesideOthers(cell, cells)) || (cell.Box.TextLength > TableNature.LongestBanner && cells.Count(other => other.Row <= cell.Row && other.Row + other.RowSpan > cell.Row) == 1)))
        {
            Array.Fill(isPage, true, cell.Row, cell.RowSpan);
        }

        return isPage;
    }

    /// <summary>Whether as many lines as the cell has stand in several others of its row: the lines of a table whose rows are one row of the markup.</summary>
    private static bool RunsBesideOthers(PlacedCell cell, List<PlacedCell> cells)
    {
        if (cell.Box.HoldsTables)
        {
            return false;
        }

        var lines = CellLines.Of(cell.Box).Length;
        return lines > 1 && cells.Count(other => other != cell && other.Row == cell.Row && CellLines.Of(other.Box).Length == lines) >= FewestParallel;
    }

    /// <summary>For each row the next row that lays out the page.</summary>
    private static int[] BandEnds(bool[] isPage)
    {
        var ends = new int[isPage.Length];
        for (var row = isPage.Length - 1; row >= 0; row--)
        {
            ends[row] = isPage[row] || row + 1 == isPage.Length ? row + (isPage[row] ? 0 : 1) : ends[row + 1];
        }

        return ends;
    }

    /// <summary>A band of one column is text in frames.</summary>
    private void WriteBand(Box table, List<PlacedCell> band, PageBlocks page)
    {
        if (band.Select(cell => cell.Column).Distinct().Count() < 2)
        {
            band.ForEach(cell => page.Flow(cell.Box));
        }
        else
        {
            if (band.Exists(cell => cell.Box.TextLength > 0))
            {
                page.Add(Grid(table, band), table);
            }

            band.ForEach(cell => page.AddPictures(cell.Box));
        }

        band.Clear();
    }
}
