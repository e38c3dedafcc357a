using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>How runs look, with what the defaults and the styles of tables, paragraphs and characters say, and the colours of the theme.</summary>
internal sealed class RunLooks
{
    /// <summary>Points: smaller text is a dot.</summary>
    private const double LeastSize = 2.5;
    private const double FaintSize = 4.5;

    /// <summary>Contrast as accessibility guidelines count it, and difference of a channel, below which text melts into its background.</summary>
    private const double LeastContrast = 1.2;
    private const double FaintContrast = 1.5;
    private const double LeastDifference = 40;

    /// <summary>Where nothing says a size.</summary>
    private const double UsualSize = 10;

    private readonly IReadOnlyDictionary<string, Style> _styles;
    private readonly Dictionary<string, StyleChain> _chains = new(StringComparer.Ordinal);
    private readonly Dictionary<Paragraph, ParagraphLook> _ofParagraphs = [];
    private readonly HashSet<string> _embedded;
    private readonly RunFormat _defaults;
    private readonly string? _defaultStyle;
    private readonly string? _defaultCharacter;
    private readonly ThemeColors _theme;

    /// <inheritdoc cref="PartBounds.Read" path="/exception"/>
    public RunLooks(MainDocumentPart main, Body body, UsedStyles used, PartBounds bounds)
    {
        _styles = used.Styles;
        _defaults = RunFormat.Of(used.Defaults?.RunPropertiesDefault?.RunPropertiesBaseStyle);
        (_defaultStyle, _defaultCharacter) = (Default("paragraph"), Default("character"));
        // Without fonts of its own the file has none embedded.
        var fonts = main.FontTablePart?.FontParts.Any() == true ? bounds.Root<Fonts>(main.FontTablePart) : null;
        _embedded = (fonts?.Elements<Font>() ?? []).Where(font => font.EmbedRegularFont is not null && font.Name?.Value is not null).Select(font => font.Name!.Value!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _theme = new ThemeColors(main, bounds);
        HasPlaceholders = body.Descendants<ShowingPlaceholder>().Any();

        string? Default(string type) => _styles.Values.FirstOrDefault(style => RunFormat.Attribute(style, "type") == type && RunFormat.Attribute(style, "default") is "1" or "true")?.StyleId?.Value;
    }

    /// <summary>Whether a control of the document shows what is to be put in its place.</summary>
    public bool HasPlaceholders { get; }

    public RunLook Of(Run run)
    {
        var (format, ground, conditions) = OfParagraph(run);
        var own = Chain(run.RunProperties?.RunStyle?.Val?.Value ?? _defaultCharacter).Format.With(RunFormat.Of(run.RunProperties));
        var look = Of(format.With(own), ground);
        return look is { IsSeen: true, Doubt: null } && conditions.Any(condition => Of(condition.Format.With(own), condition.Ground) is not { IsSeen: true, Doubt: null }) ? look with { Doubt = AppearanceReasons.Faint } : look;
    }

    /// <summary>Styles of a paragraph from the closest to what they are based on.</summary>
    public IReadOnlyList<Style> StylesOf(Paragraph paragraph) => ChainOf(paragraph).Styles;

    /// <summary>As <see cref="StylesOf(Paragraph)"/> of a table.</summary>
    public IReadOnlyList<Style> StylesOf(Table? table) => ChainOf(table).Styles;

    private StyleChain ChainOf(Paragraph paragraph) => Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? _defaultStyle);

    private StyleChain ChainOf(Table? table) => Chain(table?.GetFirstChild<TableProperties>()?.TableStyle?.Val?.Value);

    private RunLook Of(RunFormat format, CssColor ground)
    {
        var (raised, size) = (format.IsRaised == true, format.Size ?? UsualSize);
        if (format.IsVanished == true || format.IsStruck == true || format.IsStruckTwice == true || size < LeastSize)
            return new RunLook(false, raised, size, null);
        var shade = ColorOf(format.Fill);
        var behind = Highlights(format.Highlight) ?? shade ?? ground;
        // Automatic ink turns white on a dark shading; it does not look at highlights.
        var ink = Shifted(ColorOf(format.Color, format.ThemeColor), format) ?? ((shade ?? ground).Contrast(CssColor.White) > 4.5 ? CssColor.White : CssColor.Black);
        var (contrast, difference) = (ink.Contrast(behind), ink.Difference(behind));
        var isFaint = contrast < FaintContrast && difference < LeastDifference * 2;
        return new RunLook(!(contrast < LeastContrast && difference < LeastDifference), raised, size,
            isFaint || size < FaintSize ? AppearanceReasons.Faint : format.HasEffects == true ? AppearanceReasons.Moved : format.IsOfWebOnly == true ? AppearanceReasons.Hidden : IsSymbols(format.Font) ? AppearanceReasons.Font : null);
    }

    private static CssColor? Shifted(CssColor? color, RunFormat format) => color is { } theme && format is { ThemeColor: not null, ThemeShift: { } shift }
        ? (theme with { Alpha = Math.Abs(shift) }).Over(shift < 0 ? CssColor.Black : CssColor.White) : color;

    private ParagraphLook OfParagraph(Run run)
    {
        if (run.Ancestors<Paragraph>().FirstOrDefault() is not { } paragraph)
            return new(_defaults, CssColor.White, []);
        if (_ofParagraphs.TryGetValue(paragraph, out var known))
            return known;
        var properties = paragraph.ParagraphProperties;
        var (cell, table) = (paragraph.Ancestors<TableCell>().FirstOrDefault(), paragraph.Ancestors<Table>().FirstOrDefault());
        var ((ofTable, tableFormat), (ofParagraph, inner)) = (ChainOf(table), ChainOf(paragraph));
        var outer = _defaults.With(tableFormat);
        var ground = Filled(CssColor.White, ofTable.Select(style => Child(Child(style, "tcPr"), "shd")).FirstOrDefault(fill => fill is not null), table?.GetFirstChild<TableProperties>()?.Shading);
        var conditions = TableStyles.At(paragraph, ofTable).Select(condition => (outer.With(RunFormat.Of(Child(condition, "rPr"))).With(inner), Within(Filled(ground, Child(Child(condition, "tcPr"), "shd")))));
        return _ofParagraphs[paragraph] = new(outer.With(inner), Within(ground), [.. conditions]);

        CssColor Within(CssColor around) => Filled(around, cell?.TableCellProperties?.Shading, ofParagraph.Select(style => Child(Child(style, "pPr"), "shd")).FirstOrDefault(fill => fill is not null), properties?.Shading);
    }

    private CssColor Filled(CssColor ground, params OpenXmlElement?[] fills) => fills.Select(RunFormat.FillOf).Select(fill => ColorOf(fill)).LastOrDefault(fill => fill is not null) ?? ground;

    private static OpenXmlElement? Child(OpenXmlElement? element, string name) => element?.ChildElements.FirstOrDefault(child => child.LocalName == name);

    private StyleChain Chain(string? id)
    {
        if (id is null)
            return StyleChain.None;
        if (_chains.TryGetValue(id, out var known))
            return known;
        var styles = new List<Style>();
        for (var next = id; next is not null && styles.Count < UsedStyles.DeepestBase && _styles.TryGetValue(next, out var style); next = style.BasedOn?.Val?.Value)
            styles.Add(style);
        return _chains[id] = new StyleChain(styles, Enumerable.Reverse(styles).Aggregate(RunFormat.Nothing, (format, style) => format.With(RunFormat.Of(style.StyleRunProperties))));
    }

    private CssColor? ColorOf(string? value, string? theme = null) =>
        (theme is null ? null : _theme.Of(theme)) ?? (value is null or "auto" ? null : CssColor.Of("#" + value));

    private static CssColor? Highlights(string? name) => name switch
    {
        null or "none" => null,
        "darkYellow" => CssColor.Of("#808000"),
        _ => CssColor.Of(name.ToLowerInvariant()),
    };

    // Fonts of pictures, and those that the file brings along: what their digits look like is not known.
    private bool IsSymbols(string? font) =>
        font is not null && (_embedded.Contains(font) || font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) || font.StartsWith("Webdings", StringComparison.OrdinalIgnoreCase) || font.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase));

    /// <param name="Styles">A style and those that it is based on, one after the other.</param>
    /// <param name="Format">What they come to together.</param>
    private sealed record StyleChain(IReadOnlyList<Style> Styles, RunFormat Format)
    {
        public static readonly StyleChain None = new([], RunFormat.Nothing);
    }

    /// <param name="Conditions">What it may look like by conditional formats of the table's style.</param>
    private sealed record ParagraphLook(RunFormat Format, CssColor Ground, IReadOnlyList<(RunFormat Format, CssColor Ground)> Conditions);
}
