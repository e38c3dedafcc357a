namespace Pipeline.Bodies.Findings;

/// <summary>A bounded, even choice out of many numbers that is the same at each run: by a mark of each, and ever fewer marks as more come.</summary>
internal sealed class Sample(int most)
{
    // Beyond it lies one in a million of an even spread.
    public const double Far = 5;

    private readonly List<(uint Mark, float Value)> _kept = [];
    private uint _mask;

    public int Count => _kept.Count;

    public void Add(uint mark, double value)
    {
        if ((mark & _mask) != 0)
            return;
        _kept.Add((mark, (float)value));
        if (_kept.Count <= most)
            return;
        _mask = _mask << 1 | 1;
        _kept.RemoveAll(one => (one.Mark & _mask) != 0);
    }

    public double Median() => Middle([.. _kept.Select(one => (double)one.Value)]);

    /// <summary>How far from its median a number of the sample must lie to be far off: five times the spread, more where the sample itself has long tails.</summary>
    /// <param name="floor">Least spread to reckon with.</param>
    public double Reach(double floor)
    {
        var middle = Median();
        var distances = _kept.Select(one => Math.Abs(one.Value - middle)).Order().ToList();
        // The median distance in the measure of a standard deviation; of an even spread two in a hundred lie beyond 2.33 of it.
        var spread = Math.Max(floor, 1.4826 * Middle([.. distances]));
        return Math.Max(Far * spread, Far / 2.33 * distances[(int)(distances.Count * 0.98)]);
    }

    public static double Middle(List<double> values)
    {
        if (values.Count == 0)
            return 0;
        values.Sort();
        return values.Count % 2 == 1 ? values[values.Count / 2] : (values[values.Count / 2 - 1] + values[values.Count / 2]) / 2;
    }
}
