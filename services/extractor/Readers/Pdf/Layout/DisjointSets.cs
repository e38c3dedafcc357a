namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Numbers 0..count-1 in sets that can be joined.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    public int Find(int item)
    {
        while (_parents[item] != item)
            item = _parents[item] = _parents[_parents[item]];
        return item;
    }

    /// <summary>The lesser root stays, so that a set is named by its first item.</summary>
    public void Join(int one, int other)
    {
        var (a, b) = (Find(one), Find(other));
        _parents[Math.Max(a, b)] = Math.Min(a, b);
    }
}
