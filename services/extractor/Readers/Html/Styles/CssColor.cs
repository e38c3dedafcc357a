using System.Drawing;
using System.Globalization;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>A colour: red, green, blue 0..255 and how opaque it is, 0..1.</summary>
internal readonly record struct CssColor(double Red, double Green, double Blue, double Alpha)
{
    public static readonly CssColor Black = new(0, 0, 0, 1);
    public static readonly CssColor White = new(255, 255, 255, 1);

    public static bool IsColor(string value) => value is "transparent" or "currentcolor" || Of(value) is not null;

    /// <summary>Null for what is no colour, or one written in a way that is not known here.</summary>
    public static CssColor? Of(string value)
    {
        if (value.StartsWith('#'))
        {
            return Hex(value[1..]);
        }

        var open = value.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return value == "transparent" ? new CssColor(0, 0, 0, 0) : Named(value);
        }

        var parts = value[(open + 1)..].TrimEnd(')').Split([' ', ',', '/'], StringSplitOptions.RemoveEmptyEntries);
        var alpha = parts.Length > 3 ? Share(parts[3], 1) : 1;
        return (parts.Length is 3 or 4 ? value[..open] : "") switch
        {
            "rgb" or "rgba" => Share(parts[0], 255) is { } red && Share(parts[1], 255) is { } green && Share(parts[2], 255) is { } blue && alpha is { } a ? new CssColor(red, green, blue, a) : null,
            "hsl" or "hsla" => CssLength.Number(parts[0].Replace("deg", "", StringComparison.Ordinal)) is { } hue && OfHundred(parts[1]) is { } saturation && OfHundred(parts[2]) is { } light && alpha is { } a ? Hsl(hue, saturation, light, a) : null,
            _ => null,
        };
    }

    public CssColor Over(CssColor ground)
    {
        var a = Alpha + (ground.Alpha * (1 - Alpha));
        var (alpha, below) = (Alpha, ground.Alpha * (1 - Alpha));
        double Mix(double top, double bottom) => a == 0 ? 0 : ((top * alpha) + (bottom * below)) / a;
        return new CssColor(Mix(Red, ground.Red), Mix(Green, ground.Green), Mix(Blue, ground.Blue), a);
    }

    /// <summary>Contrast as accessibility guidelines count it, 1 (none) to 21.</summary>
    public double Contrast(CssColor other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + .05) / (Math.Min(one, two) + .05);
    }

    /// <summary>Largest difference of a channel, 0..255: red on green has little contrast and is seen well.</summary>
    public double Difference(CssColor other) => Math.Max(Math.Abs(Red - other.Red), Math.Max(Math.Abs(Green - other.Green), Math.Abs(Blue - other.Blue)));

    private double Luminance => (.2126 * Linear(Red)) + (.7152 * Linear(Green)) + (.0722 * Linear(Blue));

    private static double Linear(double channel) => channel / 255 is var c && c <= .03928 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4);

    private static double? Share(string text, double whole) =>
        text.EndsWith('%') ? CssLength.Number(text[..^1]) * whole / 100 : CssLength.Number(text);

    private static double? OfHundred(string text) => CssLength.Number(text.TrimEnd('%')) / 100;

    private static CssColor? Hex(string digits)
    {
        var full = digits.Length is 3 or 4 ? string.Concat(digits.Select(digit => new string(digit, 2))) : digits;
        return full.Length is 6 or 8 && uint.TryParse(full.PadRight(8, 'f'), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            ? new CssColor(value >> 24, (value >> 16) & 255, (value >> 8) & 255, (value & 255) / 255.0)
            : null;
    }

    private static CssColor Hsl(double hue, double saturation, double light, double alpha)
    {
        double Channel(double n) => ((n + (hue / 30)) % 12 + 12) % 12 is var k ? 255 * (light - (saturation * Math.Min(light, 1 - light) * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)))) : 0;
        return new CssColor(Channel(0), Channel(8), Channel(4), alpha);
    }

    /// <summary>The names of the web are those that .NET knows, but for one spelling.</summary>
    private static CssColor? Named(string name)
    {
        // Of the system, as Chromium paints them in light colours.
        switch (name)
        {
            case "canvas" or "field" or "window" or "background" or "menu" or "infobackground" or "appworkspace":
                return White;
            case "canvastext" or "fieldtext" or "windowtext" or "buttontext" or "captiontext" or "menutext" or "infotext" or "-webkit-text":
                return Black;
            case "buttonface" or "threedface" or "buttonhighlight" or "buttonshadow" or "threedhighlight" or "threedlightshadow":
                return new(239, 239, 239, 1);
        }

        var color = Color.FromName(name.Replace("grey", "gray", StringComparison.Ordinal));
        return color is { IsKnownColor: true, IsSystemColor: false } ? new CssColor(color.R, color.G, color.B, color.A / 255.0) : null;
    }
}
