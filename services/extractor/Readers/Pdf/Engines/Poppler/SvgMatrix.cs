using System.Globalization;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>An affine map: x' = A·x + C·y + E, y' = B·x + D·y + F.</summary>
internal readonly record struct SvgMatrix(double A, double B, double C, double D, double E, double F)
{
    public static SvgMatrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>The map that applies <paramref name="inner"/> first.</summary>
    public SvgMatrix After(SvgMatrix inner) => new(
        A * inner.A + C * inner.B, B * inner.A + D * inner.B,
        A * inner.C + C * inner.D, B * inner.C + D * inner.D,
        A * inner.E + C * inner.F + E, B * inner.E + D * inner.F + F);

    public (double X, double Y) Apply(double x, double y) => (A * x + C * y + E, B * x + D * y + F);

    /// <summary>Reads <c>matrix(…)</c>, the only form that cairo writes; anything else is taken for identity.</summary>
    public static SvgMatrix Parse(string? text)
    {
        if (text is null || !text.StartsWith("matrix(", StringComparison.Ordinal))
            return Identity;
        var parts = text["matrix(".Length..].TrimEnd(')').Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        var numbers = parts.Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        return numbers.Length == 6 && numbers.All(double.IsFinite) ? new SvgMatrix(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]) : Identity;
    }
}
