using System.Collections.Immutable;

namespace Pipeline.Releases.Tables;

/// <summary>Rows of a table, column by column. A row is filled by one call a column, in the order of the columns, and ended.</summary>
internal sealed class RowBatch
{
    private readonly ColumnValues[] _values;
    private int _next;

    public RowBatch(ImmutableArray<Column> columns, int capacity)
    {
        Columns = columns;
        _values = [.. columns.Select(column => Of(column.Type, capacity))];
    }

    public ImmutableArray<Column> Columns { get; }

    public int Count { get; private set; }

    public void Text(string? value) => Next<string?>().Add(value);

    public void Whole(long? value) => Next<long?>().Add(value);

    public void Number(double? value) => Next<double?>().Add(value);

    public void Number(decimal? value) => Next<double?>().Add((double?)value);

    public void Day(DateOnly? value) => Next<DateOnly?>().Add(value);

    /// <summary>To the second, which is what times of a Data Package have.</summary>
    public void Time(DateTimeOffset? value) => Next<DateTime?>().Add(value is { } time ? time.UtcDateTime.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerSecond)) : null);

    /// <exception cref="InvalidOperationException">A column of the row has no value.</exception>
    public void EndRow()
    {
        if (_next != _values.Length)
            throw new InvalidOperationException($"A row ended before its column {Columns[_next].Name}.");
        _next = 0;
        Count++;
    }

    public ColumnValues<T> Values<T>(int column) => (ColumnValues<T>)_values[column];

    public void Clear()
    {
        foreach (var values in _values)
            values.Clear();
        Count = 0;
    }

    private ColumnValues<T> Next<T>() => (ColumnValues<T>)_values[_next++];

    private static ColumnValues Of(ColumnType type, int capacity) => type switch
    {
        ColumnType.Text => new ColumnValues<string?>(capacity),
        ColumnType.Whole => new ColumnValues<long?>(capacity),
        ColumnType.Number => new ColumnValues<double?>(capacity),
        ColumnType.Day => new ColumnValues<DateOnly?>(capacity),
        _ => new ColumnValues<DateTime?>(capacity),
    };
}
