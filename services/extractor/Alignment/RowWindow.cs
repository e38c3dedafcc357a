using System.Collections.Immutable;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>Which part of a run longer than the table's columns holds the row's values.</summary>
internal enum RowWindow
{
    /// <summary>Right behind the label: dumps that close a row with separators for merged cells.</summary>
    First,

    /// <summary>At the end of the label's line: dumps that keep the places of merged cells before the numbers.</summary>
    LastOfLine,
}

internal static class RowWindows
{
    /// <summary>The <paramref name="width"/> cells of the row; null when a number would be left out or cells are missing.</summary>
    public static ImmutableArray<PageToken>? Cut(TokenRun run, RowWindow window, int width)
    {
        // As many numbers as columns, side by side, need no window: whatever blanks surround them are merged cells.
        var numbers = Numbers(run.Cells.AsSpan());
        if (numbers == width && FirstNumber(run.Cells) is var first && Numbers(run.Cells.AsSpan(first, width)) == width)
            return run.Cells.Slice(first, width);
        var cells = window == RowWindow.First ? run.Cells : [.. run.Cells.Where(cell => cell.Line == run.Cells[0].Line)];
        if (cells.Length < width)
            return null;
        var start = window == RowWindow.First ? 0 : cells.Length - width;
        return Numbers(cells.AsSpan(start, width)) == numbers ? cells.Slice(start, width) : null;
    }

    private static int FirstNumber(ImmutableArray<PageToken> cells)
    {
        var first = 0;
        while (first < cells.Length && !IsNumber(cells[first]))
            first++;
        return first;
    }

    private static int Numbers(ReadOnlySpan<PageToken> cells)
    {
        var count = 0;
        foreach (var cell in cells)
            count += IsNumber(cell) ? 1 : 0;
        return count;
    }

    private static bool IsNumber(PageToken token) => token.Kind == TokenKind.Value;
}
