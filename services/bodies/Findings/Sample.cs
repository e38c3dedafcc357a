namespace Pipeline.Bodies.Findings;

/// <summary>A bounded, even choice out of many numbers that is the same at each run: by a mark of each, and ever fewer marks as more come.</summary>
internal sealed class Sample(int most)
{
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

    /// <summary>Median distance from the median, in the measure of a standard deviation.</summary>
    public double Spread()
    {
        var middle = Median();
        return 1.4826 * Middle([.. _kept.Select(one => Math.Abs(one.Value - middle))]);
    }

    public static double Middle(List<double> values)
    {
        if (values.Count == 0)
            return 0;
        values.Sort();
        return values.Count % 2 == 1 ? values[values.Count / 2] : (values[values.Count / 2 - 1] + values[values.Count / 2]) / 2;
    }
}
