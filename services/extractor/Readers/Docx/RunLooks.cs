using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>How runs look, with what the defaults and the styles of tables, paragraphs and characters say, and the colours of the theme.</summary>
internal sealed class RunLooks
{
    /// <summary>Styles may be based on each other in a circle.</summary>
    private const int DeepestBase = 16;

    /// <summary>Points: smaller text is a dot.</summary>
    private const double LeastSize = 2.5;
    private const double FaintSize = 4.5;

    /// <summary>Contrast as accessibility guidelines count it, and difference of a channel, below which text melts into its background.</summary>
    private const double LeastContrast = 1.2;
    private const double FaintContrast = 1.5;
    private const double LeastDifference = 40;

    /// <summary>Where nothing says a size.</summary>
    private const double UsualSize = 10;

    private readonly Dictionary<string, Style> _styles;
    private readonly Dictionary<string, RunFormat> _ofStyles = new(StringComparer.Ordinal);
    private readonly Dictionary<OpenXmlElement, (RunFormat Format, CssColor Ground)> _ofParagraphs = [];
    private readonly RunFormat _defaults;
    private readonly string? _defaultStyle;
    private readonly ThemeColors _theme;

    public RunLooks(MainDocumentPart main)
    {
        var styles = main.StyleDefinitionsPart?.Styles;
        _styles = (styles?.Elements<Style>() ?? []).Where(style => style.StyleId?.Value is not null).GroupBy(style => style.StyleId!.Value!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _defaults = RunFormat.Of(styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle);
        _defaultStyle = _styles.Values.FirstOrDefault(style => RunFormat.Attribute(style, "type") == "paragraph" && RunFormat.Attribute(style, "default") is "1" or "true")?.StyleId?.Value;
        _theme = new ThemeColors(main.ThemePart);
    }

    public RunLook Of(Run run)
    {
        var (format, ground) = OfParagraph(run);
        var character = run.RunProperties?.RunStyle?.Val?.Value is { } id ? OfStyle(id) : RunFormat.Nothing;
        format = format.With(character).With(RunFormat.Of(run.RunProperties));
        var (raised, size) = (format.IsRaised == true, format.Size ?? UsualSize);
        if (format.IsVanished == true || format.IsStruck == true || format.IsStruckTwice == true || size < LeastSize)
            return new RunLook(false, raised, size, null);
        var shade = ColorOf(format.Fill);
        var behind = Highlights(format.Highlight) ?? shade ?? ground;
        // Automatic ink turns white on a dark shading; it does not look at highlights.
        var ink = ColorOf(format.Color, format.ThemeColor) ?? ((shade ?? ground).Contrast(CssColor.White) > 4.5 ? CssColor.White : CssColor.Black);
        var (contrast, difference) = (ink.Contrast(behind), ink.Difference(behind));
        var isFaint = contrast < FaintContrast && difference < LeastDifference * 2;
        return new RunLook(!(contrast < LeastContrast && difference < LeastDifference), raised, size, isFaint || size < FaintSize ? AppearanceReasons.Faint : format.HasEffects == true ? AppearanceReasons.Moved : format.IsOfWebOnly == true ? AppearanceReasons.Hidden : IsSymbols(format.Font) ? AppearanceReasons.Font : null);
    }

    private (RunFormat Format, CssColor Ground) OfParagraph(Run run)
    {
        OpenXmlElement? paragraph = run.Ancestors<Paragraph>().FirstOrDefault();
        if (paragraph is null)
            return (_defaults, CssColor.White);
        if (_ofParagraphs.TryGetValue(paragraph, out var known))
            return known;
        var properties = ((Paragraph)paragraph).ParagraphProperties;
        var cell = paragraph.Ancestors<TableCell>().FirstOrDefault();
        var table = paragraph.Ancestors<Table>().FirstOrDefault();
        var format = _defaults;
        if (table?.GetFirstChild<TableProperties>()?.TableStyle?.Val?.Value is { } tableStyle)
            format = format.With(OfStyle(tableStyle));
        if ((properties?.ParagraphStyleId?.Val?.Value ?? _defaultStyle) is { } style)
            format = format.With(OfStyle(style));
        var fills = new[] { table?.GetFirstChild<TableProperties>()?.Shading, cell?.TableCellProperties?.Shading, properties?.Shading };
        var ground = fills.Select(RunFormat.FillOf).Select(fill => ColorOf(fill)).LastOrDefault(fill => fill is not null) ?? CssColor.White;
        return _ofParagraphs[paragraph] = (format, ground);
    }

    private RunFormat OfStyle(string id)
    {
        if (_ofStyles.TryGetValue(id, out var known))
            return known;
        var chain = new List<Style>();
        for (var next = id; next is not null && chain.Count < DeepestBase && _styles.TryGetValue(next, out var style); next = style.BasedOn?.Val?.Value)
            chain.Add(style);
        var format = RunFormat.Nothing;
        foreach (var style in Enumerable.Reverse(chain))
            format = format.With(RunFormat.Of(style.StyleRunProperties));
        return _ofStyles[id] = format;
    }

    private CssColor? ColorOf(string? value, string? theme = null) =>
        (theme is null ? null : _theme.Of(theme)) ?? (value is null or "auto" ? null : CssColor.Of("#" + value));

    private static CssColor? Highlights(string? name) => name switch
    {
        null or "none" => null,
        "darkYellow" => CssColor.Of("#808000"),
        _ => CssColor.Of(name.ToLowerInvariant()),
    };

    private static bool IsSymbols(string? font) =>
        font is not null && (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) || font.StartsWith("Webdings", StringComparison.OrdinalIgnoreCase) || font.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase));
}
