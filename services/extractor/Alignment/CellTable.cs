using System.Collections;
using System.Collections.Immutable;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Alignment;

/// <summary>At most one item for each cell of a family, found by the cell's index and listed in the order of the cells.</summary>
public sealed class CellTable<T> : IEnumerable<KeyValuePair<FamilyCell, T>> where T : class
{
    private readonly FormFamily _family;
    private readonly ImmutableArray<T?> _items;

    /// <param name="items">One for each of the family's cells, null where there is none.</param>
    public CellTable(FormFamily family, ImmutableArray<T?> items)
    {
        _family = family;
        _items = items;
        foreach (var item in items)
            Count += item is null ? 0 : 1;
    }

    public int Count { get; }

    public IEnumerable<T> Values => _items.OfType<T>();

    /// <summary>Null where the cell has none.</summary>
    public T? this[FamilyCell cell] => _items[cell.Index];

    /// <summary>The same cells, each with what is made of its item.</summary>
    public CellTable<T> With(Func<FamilyCell, T, T> change) => new(_family, [.. _items.Select((item, i) => item is null ? null : change(_family.Cells[i], item))]);

    public IEnumerator<KeyValuePair<FamilyCell, T>> GetEnumerator()
    {
        for (var i = 0; i < _items.Length; i++)
        {
            if (_items[i] is { } item)
                yield return new(_family.Cells[i], item);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
