namespace Pipeline.Bodies.Resolving;

/// <summary>Joins atoms to bodies, never against what a person decided.</summary>
internal sealed class AtomGroups(int count, IReadOnlyCollection<(int Left, int Right)> apart)
{
    private readonly int[] _roots = [.. Enumerable.Range(0, count)];
    private readonly Dictionary<int, List<string>> _evidence = [];

    public int RootOf(int atom)
    {
        while (_roots[atom] != atom)
            atom = _roots[atom] = _roots[_roots[atom]];
        return atom;
    }

    public void Join(int left, int right, string evidence)
    {
        var (first, second) = (RootOf(left), RootOf(right));
        if (first == second || apart.Any(pair => IsBetween(pair, first, second)))
            return;
        _roots[second] = first;
        _evidence.TryAdd(first, []);
        _evidence[first].Add(evidence);
        if (_evidence.Remove(second, out var more))
            _evidence[first].AddRange(more);
    }

    public IReadOnlyList<string> EvidenceOf(int root) => _evidence.GetValueOrDefault(root) ?? [];

    private bool IsBetween((int Left, int Right) pair, int first, int second)
    {
        var (left, right) = (RootOf(pair.Left), RootOf(pair.Right));
        return left == first && right == second || left == second && right == first;
    }
}
