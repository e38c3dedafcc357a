namespace Pipeline.Crawler.Frontier;

/// <summary>
/// Remembers which addresses the database was told of lately, so that the links that every page of a site repeats cost nothing. Its size is fixed:
/// a newer key pushes an older one out, and forgetting only costs a statement.
/// </summary>
internal sealed class RecentKeys
{
    // 2 MB: the links of some thousand pages.
    private const int Slots = 1 << 17;

    private readonly (long Key, int Score)[] _slots = new (long, int)[Slots];

    /// <summary>Whether the address was added lately with at least this score; remembers it either way.</summary>
    public bool HasSeen(long key, int score)
    {
        ref var slot = ref _slots[(int)((ulong)key % Slots)];
        if (slot.Key == key && slot.Score >= score)
            return true;
        slot = (key, score);
        return false;
    }
}
