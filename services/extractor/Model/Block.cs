using System.Collections.Immutable;
using Pipeline.Contracts.Locators;

namespace Pipeline.Extractor.Model;

/// <summary>A piece of a document in reading order.</summary>
public abstract record Block(Locator Source)
{
    public BlockOrigin Origin { get; init; }
}

/// <summary>What the structure of a block was read from, which tells what of it can be relied on.</summary>
public enum BlockOrigin
{
    /// <summary>Elements that say where cells and paragraphs are: order and merged cells are as the document states them.</summary>
    Markup,

    /// <summary>Places of words and lines on a page: the order of cells in a header is as good as their places.</summary>
    Page,

    /// <summary>Characters of a text dump: what was merged has lost its extent, and blanks may be columns.</summary>
    Characters,
}

/// <summary>A paragraph, heading or line of text.</summary>
/// <param name="Text">As printed, without line breaks that only wrap.</param>
/// <param name="HeadingLevel">1..6 where the document marks a heading; null elsewhere.</param>
/// <param name="Segments">
/// Parts that the page sets apart within the block (cells between tabs or bars, words of a PDF line), in order, each with its place;
/// empty where it sets nothing apart.
/// </param>
/// <param name="IsBoilerplate">Navigation, footers and the like: kept, because a byline may hide there, but read last.</param>
public sealed record TextBlock(string Text, Locator Source, int? HeadingLevel = null, ImmutableArray<TextSegment> Segments = default, bool IsBoilerplate = false) : Block(Source)
{
    public ImmutableArray<TextSegment> Segments { get; init; } = Segments.IsDefault ? [] : Segments;

    /// <summary>Characters before the text on its line in a text dump; 0 elsewhere.</summary>
    public int Indent { get; init; }
}

/// <param name="Text">As printed; may be empty where an empty cell is set apart.</param>
public sealed record TextSegment(string Text, Locator Source);

/// <summary>A table laid out on a grid: every cell has its place, a merged cell its spans.</summary>
/// <param name="Cells">In row-major order of their top left corners; no two overlap, places without a cell are possible.</param>
internal sealed record GridBlock(ImmutableArray<GridCell> Cells, int RowCount, int ColumnCount, Locator Source) : Block(Source)
{
    /// <summary>Whether nothing but the places of its words tells its rows and columns.</summary>
    public bool IsUnruled { get; init; }
}

/// <param name="Row">From 0.</param>
/// <param name="Column">From 0.</param>
/// <param name="Text">As printed, without line breaks that only wrap; nested tables are blocks of their own and not in it.</param>
internal sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, Locator Source)
{
    /// <summary>The lines that the page breaks the cell into, blank ones included; empty where it is one line.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>Which line of the cell at <see cref="Source"/> this is where that was taken apart; 0 for a whole cell.</summary>
    public int Part { get; init; }
}
