using System.Collections;
using System.Collections.Immutable;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Alignment;

/// <summary>At most one item for each cell of a family, found by the cell's index and listed in the order of the cells.</summary>
public sealed class CellTable<T> : IEnumerable<KeyValuePair<FamilyCell, T>> where T : class
{
    private readonly ImmutableArray<FamilyCell> _cells;
    private readonly T?[] _items;

    public CellTable(FormFamily family, IEnumerable<KeyValuePair<FamilyCell, T>> items)
    {
        _cells = family.Cells;
        _items = new T?[family.Cells.Length];
        foreach (var (cell, item) in items)
        {
            Count += _items[cell.Index] is null ? 1 : 0;
            _items[cell.Index] = item;
        }
    }

    public int Count { get; }

    public IEnumerable<T> Values => _items.OfType<T>();

    /// <summary>Null where the cell has none.</summary>
    public T? this[FamilyCell cell] => _items[cell.Index];

    public IEnumerator<KeyValuePair<FamilyCell, T>> GetEnumerator()
    {
        for (var i = 0; i < _items.Length; i++)
        {
            if (_items[i] is { } item)
                yield return new(_cells[i], item);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
