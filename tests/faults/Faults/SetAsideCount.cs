namespace Pipeline.Faults.Tests.Faults;

/// <summary>Messages in the queues of what could not be handled.</summary>
internal sealed record SetAsideCount(IReadOnlyDictionary<string, uint> Depths)
{
    public int Count => (int)Depths.Values.Sum(depth => depth);

    public override string ToString() => $"{Count} ({string.Join(", ", Depths.Where(depth => depth.Value > 0).Select(depth => $"{depth.Key} {depth.Value}"))})";
}
