using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Tables;

/// <summary>Tells cells that hold a piece of data from cells that hold a piece of the page.</summary>
internal static class TableNature
{
    /// <summary>The longest labels of the official form, with the explanations that some pages add in brackets, have some 120 characters.</summary>
    private const int LongestLabel = 200;

    /// <summary>A row of one cell names a part of the form or, longer than its longest note (60 characters) twice over, is a paragraph.</summary>
    public const int LongestBanner = 120;

    private const int FewestParagraphs = 3;

    /// <summary>Whether the cell is part of a page layout: it holds a table of its own, or running text.</summary>
    public static bool HoldsPage(Box cell) => (cell.HoldsTables && HoldsRealTable(cell)) || (cell.TextLength > LongestLabel && Paragraphs(cell) >= FewestParagraphs);

    /// <summary>Whether a table within has two cells that are not empty. Word wraps single numbers in tables of one cell: those are text.</summary>
    private static bool HoldsRealTable(Box box)
    {
        if (box.Kind == BoxKind.Table && TableRows.Of(box).Sum(row => row.Cells.Count(cell => cell.TextLength > 0)) > 1)
        {
            return true;
        }

        return box.Children.Any(child => (child.HoldsTables || child.Kind == BoxKind.Table) && HoldsRealTable(child));
    }

    private static int Paragraphs(Box box) => box.Children.Sum(child =>
        child.Kind == BoxKind.LineBreak || (child is { IsInlineLevel: false, TextLength: > 0, HoldsBlocks: false }) ? 1 : Paragraphs(child));
}
