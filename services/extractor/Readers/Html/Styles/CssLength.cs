using System.Globalization;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>Lengths in pixels.</summary>
internal static class CssLength
{
    private static readonly (string Unit, double Pixels)[] Absolute = [("px", 1), ("pt", 4.0 / 3), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96), ("pc", 16), ("q", 96 / 101.6), ("vw", 12.8), ("vh", 8)];

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
            return Parsed(value.AsSpan(..^1)) is { } percent && (percentOf is not null || percent == 0) ? percent / 100 * (percentOf ?? 0) : null;
        }

        if (value.EndsWith("rem", StringComparison.Ordinal))
        {
            return Parsed(value.AsSpan(..^3)) * 16;
        }

        foreach (var (unit, pixels) in Absolute)
        {
            if (value.EndsWith(unit, StringComparison.Ordinal))
            {
                return Parsed(value.AsSpan(..^unit.Length)) * pixels;
            }
        }

        return value switch
        {
            [.., 'e', 'm'] => Parsed(value.AsSpan(..^2)) * em,
            [.., 'e', 'x'] or [.., 'c', 'h'] => Parsed(value.AsSpan(..^2)) * (em / 2),
            _ => null,
        };
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

    public static double? Number(string? value) => Parsed(value);

    private static double? Parsed(ReadOnlySpan<char> value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
