using System.Globalization;
using DocumentFormat.OpenXml;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>What one place of a Word file says about the look of runs; null where it says nothing.</summary>
internal sealed record RunFormat
{
    public static readonly RunFormat Nothing = new();

    public bool? IsVanished { get; private init; }

    public bool? IsStruck { get; private init; }

    public bool? IsStruckTwice { get; private init; }

    public bool? IsOfWebOnly { get; private init; }

    /// <summary>Six hexadecimal digits, or <c>auto</c>.</summary>
    public string? Color { get; private init; }

    public string? ThemeColor { get; private init; }

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
                "color" => format with { Color = Attribute(child, "val"), ThemeColor = Attribute(child, "themeColor") },
                "shd" => format with { Fill = FillOf(child) },
                "highlight" => format with { Highlight = Attribute(child, "val") },
                "sz" => format with { Size = Number(child) / 2 },
                "vertAlign" => format with { IsRaised = Attribute(child, "val") is "superscript" or "subscript" },
                "position" when Math.Abs(Number(child) ?? 0) >= 3 => format with { IsRaised = true },
                "rFonts" => format with { Font = Attribute(child, "ascii") ?? Attribute(child, "hAnsi") ?? format.Font },
                "w" when Number(child) < 34 => format with { HasEffects = true },
                "spacing" when Number(child) < -40 => format with { HasEffects = true },
                "textFill" or "rtl" or "fitText" => format with { HasEffects = child.LocalName != "rtl" || IsOn(child) },
                _ => format,
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
        Fill = closer.Fill ?? Fill,
        Highlight = closer.Highlight ?? Highlight,
        Size = closer.Size ?? Size,
        IsRaised = closer.IsRaised ?? IsRaised,
        Font = closer.Font ?? Font,
        HasEffects = closer.HasEffects ?? HasEffects,
    };

    /// <summary>Fill of a shading: of a solid pattern the pattern's colour.</summary>
    public static string? FillOf(OpenXmlElement? shading) =>
        shading is null || Attribute(shading, "val") == "nil" ? null : Attribute(shading, "val") == "solid" ? Attribute(shading, "color") : Attribute(shading, "fill");

    public static string? Attribute(OpenXmlElement element, string name) => element.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == name).Value;

    private static bool IsOn(OpenXmlElement element) => Attribute(element, "val") is not ("0" or "false" or "off");

    private static double? Number(OpenXmlElement element) =>
        double.TryParse(Attribute(element, "val")?.Replace("pt", "", StringComparison.Ordinal).TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
