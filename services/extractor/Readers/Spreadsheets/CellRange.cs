using System.Globalization;

namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>A range such as <c>B2:C4</c>, rows and columns from 0, both ends within.</summary>
internal readonly record struct CellRange(int Top, int Left, int Bottom, int Right)
{
    /// <returns>Null where the text is no range.</returns>
    public static CellRange? Of(string? reference)
    {
        var ends = reference?.Split(':') ?? [];
        return ends.Length is 1 or 2 && Place(ends[0]) is { } first && Place(ends[^1]) is { } last
            ? new CellRange(Math.Min(first.Row, last.Row), Math.Min(first.Column, last.Column), Math.Max(first.Row, last.Row), Math.Max(first.Column, last.Column))
            : null;
    }

    private static (int Row, int Column)? Place(string reference)
    {
        var text = reference.Replace("$", string.Empty, StringComparison.Ordinal);
        var letters = text.TakeWhile(char.IsAsciiLetter).Count();
        if (letters is 0 or > 3 || !int.TryParse(text.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row < 1)
            return null;
        return (row - 1, text[..letters].Aggregate(0, (column, letter) => (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1) - 1);
    }
}
