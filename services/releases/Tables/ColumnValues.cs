namespace Pipeline.Releases.Tables;

/// <summary>The values of one column in a batch of rows.</summary>
internal abstract class ColumnValues
{
    public abstract void Clear();
}

/// <param name="capacity">Values that fit before the memory has to grow.</param>
internal sealed class ColumnValues<T>(int capacity) : ColumnValues
{
    private T[] _items = new T[capacity];

    public int Count { get; private set; }

    public ArraySegment<T> Items => new(_items, 0, Count);

    public void Add(T value)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = value;
    }

    public override void Clear()
    {
        // Texts that are written are not kept alive by the memory that the next ones take.
        Array.Clear(_items, 0, Count);
        Count = 0;
    }
}
