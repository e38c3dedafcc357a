namespace Pipeline.Extractor.Readers.Ofd.Drawing;

/// <summary>An affine map of the plane: x' = A·x + C·y + E, y' = B·x + D·y + F.</summary>
internal readonly record struct OfdMatrix(double A, double B, double C, double D, double E, double F)
{
    public static OfdMatrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <returns>Null where the text is no matrix.</returns>
    public static OfdMatrix? Of(string? text) => OfdXml.Numbers(text) is [var a, var b, var c, var d, var e, var f] ? new OfdMatrix(a, b, c, d, e, f) : null;

    public static OfdMatrix Move(double x, double y) => new(1, 0, 0, 1, x, y);

    public static OfdMatrix Scale(double factor) => new(factor, 0, 0, factor, 0, 0);

    public (double X, double Y) Map(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>First this map, then the other.</summary>
    public OfdMatrix Then(OfdMatrix next)
    {
        var (e, f) = next.Map(E, F);
        return new OfdMatrix((next.A * A) + (next.C * B), (next.B * A) + (next.D * B), (next.A * C) + (next.C * D), (next.B * C) + (next.D * D), e, f);
    }
}
