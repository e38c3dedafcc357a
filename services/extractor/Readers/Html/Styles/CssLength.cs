using System.Globalization;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Lengths in pixels.</summary>
internal static class CssLength
{
    private static readonly (string Unit, double Pixels)[] Absolute = [("px", 1), ("pt", 4.0 / 3), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96), ("pc", 16), ("q", 96 / 101.6)];

    /// <summary>Null where the value is no length, or one that depends on more than the size of the font.</summary>
    /// <param name="em">The font's size in pixels.</param>
    /// <param name="percentOf">What 100 % are in pixels; null where that is not known.</param>
    public static double? Pixels(string? value, double em = 16, double? percentOf = null)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (Number(value) is { } plain)
        {
            return plain == 0 ? 0 : null;
        }

        if (value.EndsWith('%'))
        {
            return Number(value[..^1]) is { } percent && (percentOf is not null || percent == 0) ? percent / 100 * (percentOf ?? 0) : null;
        }

        if (value.EndsWith("rem", StringComparison.Ordinal))
        {
            return Number(value[..^3]) * 16;
        }

        foreach (var (unit, pixels) in Absolute.Append(("em", em)).Append(("ex", em / 2)).Append(("ch", em / 2)).Append(("vw", 12.8)).Append(("vh", 8)))
        {
            if (value.EndsWith(unit, StringComparison.Ordinal))
            {
                return Number(value[..^unit.Length]) * pixels;
            }
        }

        return null;
    }

    /// <summary>Size of a font; null where the value does not say one.</summary>
    public static double? FontSize(string value, double parent) => value switch
    {
        "xx-small" => 9,
        "x-small" => 10,
        "small" => 13,
        "medium" or "initial" => 16,
        "large" => 18,
        "x-large" => 24,
        "xx-large" => 32,
        "smaller" => parent / 1.2,
        "larger" => parent * 1.2,
        _ => Pixels(value, parent, parent),
    };

    public static bool IsSize(string value) => FontSize(value, 16) is not null && Number(value) is null or 0;

    public static double? Number(string? value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
