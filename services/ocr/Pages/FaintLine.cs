namespace Pipeline.Ocr.Pages;

/// <summary>A line along an axis that is a rule or may be one, in pixels.</summary>
/// <param name="Depth">By how much it is darker than the paper to both sides, as <see cref="LineDepth"/> counts; 0 where it is too thick to be seen so.</param>
internal readonly record struct FaintLine(double Position, double Start, double End, double Depth)
{
    public double Length => End - Start;

    public bool Overlaps(FaintLine other, double by) => Math.Min(End, other.End) - Math.Max(Start, other.Start) > by;

    /// <summary>Whether the other, which lies across, meets it.</summary>
    public bool Meets(FaintLine other, double within) =>
        Position >= other.Start - within && Position <= other.End + within && other.Position >= Start - within && other.Position <= End + within;
}
