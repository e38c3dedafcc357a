using System.Collections.Immutable;

namespace Pipeline.Extractor.GridRepair;

/// <summary>Columns of a text set in columns: stretches of places on the line, from the left, no two of which meet.</summary>
internal sealed class TextColumns
{
    private readonly ImmutableArray<(int Start, int End)> _columns;

    private TextColumns(ImmutableArray<(int Start, int End)> columns) => _columns = columns;

    public int Count => _columns.Length;

    /// <summary>Words that share a place stand in one column.</summary>
    public static TextColumns Of(IEnumerable<(int Start, int End)> words)
    {
        var columns = new List<(int Start, int End)>();
        foreach (var word in words.Order())
        {
            if (columns.Count > 0 && word.Start < columns[^1].End)
                columns[^1] = (columns[^1].Start, Math.Max(columns[^1].End, word.End));
            else
                columns.Add(word);
        }

        return new TextColumns([.. columns]);
    }

    /// <summary>With a column for each header that stands over none: all its numbers are blank.</summary>
    public TextColumns With(IEnumerable<(int Start, int End)> headers)
    {
        if (_columns.IsEmpty)
            return this;
        var more = headers.Where(header => !_columns.Any(column => header.Start < column.End + 1 && column.Start < header.End + 1));
        return new TextColumns([.. _columns.Concat(Of(more)._columns).Order()]);
    }

    public int EndOf(int column) => _columns[column].End;

    /// <summary>Index of the column that the word stands in; null when there is none.</summary>
    public int? At(int start, int end)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (start < _columns[i].End && _columns[i].Start < end)
                return i;
        }

        return null;
    }
}
