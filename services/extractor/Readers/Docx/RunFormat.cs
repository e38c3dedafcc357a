using System.Collections.Frozen;
using System.Globalization;
using DocumentFormat.OpenXml;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>What one place of a Word file says about the look of runs; null where it says nothing.</summary>
internal sealed record RunFormat
{
    /// <summary>Percent of a shading's pattern from which on it hides what lies under it.</summary>
    private const int DensePattern = 40;

    public static readonly RunFormat Nothing = new();

    // Properties that leave a figure as it is, or whose limits are above; any other, also one that nobody here has heard of, is an effect.
    private static readonly FrozenSet<string> Followed = new[]
    {
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "kern", "szCs", "u", "uFill", "effect", "lang", "em", "position", "w", "spacing", "rPrChange",
        "ins", "moveTo", "ligatures", "numForm", "numSpacing", "stylisticSets", "cntxtAlts", "reflection", "oMath", "del", "moveFrom", "latin", "ea", "sym",
    }.ToFrozenSet(StringComparer.Ordinal);

    public bool? IsVanished { get; private init; }

    public bool? IsStruck { get; private init; }

    public bool? IsStruckTwice { get; private init; }

    public bool? IsOfWebOnly { get; private init; }

    /// <summary>Six hexadecimal digits, or <c>auto</c>.</summary>
    public string? Color { get; private init; }

    public string? ThemeColor { get; private init; }

    /// <summary>How much of the theme's colour is left: the rest is white where positive, black where negative. Null for all of it.</summary>
    public double? ThemeShift { get; private init; }

    /// <summary>Fill behind the run: six hexadecimal digits or <c>auto</c>.</summary>
    public string? Fill { get; private init; }

    public string? Highlight { get; private init; }

    /// <summary>Points.</summary>
    public double? Size { get; private init; }

    public bool? IsRaised { get; private init; }

    public string? Font { get; private init; }

    /// <summary>Whether effects stand there whose look is not followed here.</summary>
    public bool? HasEffects { get; private init; }

    /// <param name="properties">Run properties of a run, a style or the document's defaults.</param>
    public static RunFormat Of(OpenXmlElement? properties)
    {
        var format = Nothing;
        foreach (var child in properties?.ChildElements ?? Enumerable.Empty<OpenXmlElement>())
        {
            format = child.LocalName switch
            {
                "vanish" or "specVanish" => format with { IsVanished = IsOn(child) },
                "webHidden" => format with { IsOfWebOnly = IsOn(child) },
                "strike" => format with { IsStruck = IsOn(child) },
                "dstrike" => format with { IsStruckTwice = IsOn(child) },
                "color" => format with { Color = Attribute(child, "val") ?? "auto", ThemeColor = Attribute(child, "themeColor"), ThemeShift = ShiftOf(child) },
                "shd" => format with { Fill = FillOf(child), HasEffects = format.HasEffects == true || IsOfTheme(child) ? true : format.HasEffects },
                "highlight" => format with { Highlight = Attribute(child, "val") },
                "sz" => format with { Size = Number(child) / 2 },
                "vertAlign" => format with { IsRaised = Attribute(child, "val") is "superscript" or "subscript" },
                "position" when Math.Abs(Number(child) ?? 0) >= 3 => format with { IsRaised = true },
                "rFonts" => format with { Font = (Attribute(child, "hint") == "eastAsia" ? Attribute(child, "eastAsia") : null) ?? Attribute(child, "ascii") ?? Attribute(child, "hAnsi") ?? format.Font },
                "w" when Number(child) < 34 => format with { HasEffects = true },
                "spacing" when Number(child) < -40 => format with { HasEffects = true },
                "textFill" when child.FirstChild is { LocalName: "solidFill", FirstChild: { HasChildren: false } fill } => fill.LocalName == "srgbClr"
                    ? format with { Color = Attribute(fill, "val"), ThemeColor = null } : format with { ThemeColor = Attribute(fill, "val"), Color = format.Color ?? "auto" },
                "textOutline" or "bdr" when IsNothing(child) => format,
                "rtl" or "cs" => format with { HasEffects = IsOn(child) },
                _ => Followed.Contains(child.LocalName) ? format : format with { HasEffects = true },
            };
        }

        return format;
    }

    /// <summary>With what a closer place says.</summary>
    public RunFormat With(RunFormat closer) => ReferenceEquals(closer, Nothing) ? this : new RunFormat
    {
        IsVanished = closer.IsVanished ?? IsVanished,
        IsStruck = closer.IsStruck ?? IsStruck,
        IsStruckTwice = closer.IsStruckTwice ?? IsStruckTwice,
        IsOfWebOnly = closer.IsOfWebOnly ?? IsOfWebOnly,
        Color = closer.Color ?? Color,
        ThemeColor = closer.Color is null ? ThemeColor : closer.ThemeColor,
        ThemeShift = closer.Color is null ? ThemeShift : closer.ThemeShift,
        Fill = closer.Fill ?? Fill,
        Highlight = closer.Highlight ?? Highlight,
        Size = closer.Size ?? Size,
        IsRaised = closer.IsRaised ?? IsRaised,
        Font = closer.Font ?? Font,
        HasEffects = closer.HasEffects ?? HasEffects,
    };

    /// <summary>Fill of a shading: of a dense pattern the pattern's colour.</summary>
    public static string? FillOf(OpenXmlElement? shading)
    {
        if (shading is null || Attribute(shading, "val") is not { } pattern || pattern == "nil")
            return null;
        var isDense = pattern == "solid" || (pattern.StartsWith("pct", StringComparison.Ordinal) && int.TryParse(pattern.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var share) && share >= DensePattern);
        return isDense ? Attribute(shading, "color") is { } color and not "auto" ? color : "000000" : Attribute(shading, "fill");
    }

    // The theme says the colour alone, or a pattern has lines.
    private static bool IsOfTheme(OpenXmlElement shading) => (Attribute(shading, "themeFill") is not null && Attribute(shading, "fill") is null or "auto") || Attribute(shading, "val") is { } pattern && pattern.Contains("tripe", StringComparison.Ordinal);

    private static double? ShiftOf(OpenXmlElement color) => Part(Attribute(color, "themeTint")) ?? -Part(Attribute(color, "themeShade"));

    private static double? Part(string? hex) => int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var part) ? part / 255.0 : null;

    private static bool IsNothing(OpenXmlElement line) => line.FirstChild is { LocalName: "noFill" } || Attribute(line, "val") is "none" or "nil" || Attribute(line, "w") is "0";

    public static string? Attribute(OpenXmlElement element, string name) => element.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == name).Value;

    private static bool IsOn(OpenXmlElement element) => Attribute(element, "val") is not ("0" or "false" or "off");

    private static double? Number(OpenXmlElement element) =>
        double.TryParse(Attribute(element, "val")?.Replace("pt", "", StringComparison.Ordinal).TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
