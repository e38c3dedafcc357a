using AngleSharp.Dom;
using Pipeline.Extractor.Readers.Html.Styles;
using Pipeline.Extractor.Readers.Html.Text;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>How text is painted within an element, as far as elements inherit it from each other.</summary>
internal sealed record Paint
{
    /// <summary>Below this contrast, 1 being none, and this difference of channels text melts into its background.</summary>
    private const double LeastContrast = 1.2;
    private const double FaintContrast = 1.5;
    private const double LeastDifference = 40;

    private const double LeastOpacity = .1;
    private const double FaintOpacity = .35;

    /// <summary>Pixels: a dot, not a letter.</summary>
    private const double LeastSize = 3;
    private const double FaintSize = 6;

    public static readonly Paint OfPage = new();

    public CssColor Color { get; private init; } = CssColor.Black;

    public CssColor Ground { get; private init; } = CssColor.White;

    public double FontSize { get; private init; } = 16;

    public StyleVariables Variables { get; private init; } = StyleVariables.None;

    /// <summary>Whether text goes from the right to the left.</summary>
    public bool IsRightToLeft { get; private init; }

    public bool IsHidden { get; private init; }

    public bool IsStruck { get; private init; }

    /// <summary>Whether a font that the page brings along draws the text.</summary>
    public bool UsesOwnFont { get; private init; }

    private double Opacity { get; init; } = 1;

    private bool HasOwnGround { get; init; }

    private bool IsUnknown { get; init; }

    /// <summary>Within the element, whose variables are resolved.</summary>
    public Paint Within(IElement element, ComputedStyle style, StyleVariables variables, Paints paints)
    {
        var paint = ReferenceEquals(variables, Variables) ? this : this with { Variables = variables };
        return paints.Within(paint.OfElement(element, style, paints), style);
    }

    /// <summary>Within what has the style.</summary>
    public Paint Within(ComputedStyle style, PageStyles styles) => style.Count == 0 ? this : OfStyle(style, styles);

    /// <summary>What becomes of text that is painted so.</summary>
    /// <param name="text">Without white space at its ends.</param>
    public TextSight Sight(string text, PageStyles styles)
    {
        if (IsHidden || IsStruck || Opacity < LeastOpacity || FontSize < LeastSize || Color.Alpha < LeastOpacity)
        {
            return TextSight.Unseen;
        }

        var ink = Color.Over(Ground);
        if (ink.Difference(Ground) < LeastDifference * 2 && ink.Contrast(Ground) is < FaintContrast and var contrast)
        {
            if (!HasOwnGround && styles.HasSheetsElsewhere && !Digits.Any(text))
            {
                // White labels stand on the background of a sheet that is not here.
                return TextSight.Seen;
            }

            return contrast < LeastContrast && ink.Difference(Ground) < LeastDifference && !IsUnknown && (HasOwnGround || !styles.HasSheetsElsewhere) ? TextSight.Unseen : TextSight.Doubtful;
        }

        return Opacity < FaintOpacity || FontSize < FaintSize || IsUnknown ? TextSight.Doubtful : TextSight.Seen;
    }

    private Paint OfElement(IElement element, ComputedStyle style, Paints paints)
    {
        var paint = this;
        if (element.LocalName is "s" or "strike" or "del" && style.GetValueOrDefault("text-decoration-line") != "none")
        {
            paint = paint with { IsStruck = true };
        }

        if (element.LocalName == "font" && element.GetAttribute("face") is { } face)
        {
            paint = paint with { UsesOwnFont = paints.Styles.DrawsOwn(face) };
        }

        if (element.LocalName == "font" && element.GetAttribute("color") is { } color && OfAttribute(color) is { } ink)
        {
            paint = paint with { Color = ink };
        }

        if (element.LocalName is "body" or "table" or "tbody" or "thead" or "tr" or "td" or "th" && element.Value("bgcolor") is { } ground && OfAttribute(ground) is { } fill)
        {
            paint = paint with { Ground = fill, HasOwnGround = true };
        }

        if (element.LocalName == "body" && element.GetAttribute("text") is { } bodyText && OfAttribute(bodyText) is { } bodyInk)
        {
            paint = paint with { Color = bodyInk };
        }

        return element.Value("dir")?.ToLowerInvariant() switch { "rtl" => paint with { IsRightToLeft = true }, "ltr" => paint with { IsRightToLeft = false }, _ => paint };
    }

    private Paint OfStyle(ComputedStyle style, PageStyles styles)
    {
        var size = style.TryGetValue("font-size", out var stated) ? CssLength.FontSize(stated, FontSize) ?? FontSize : FontSize;
        var zoom = style.TryGetValue("zoom", out var zoomed) ? (zoomed.EndsWith('%') ? CssLength.Number(zoomed[..^1]) / 100 : CssLength.Number(zoomed)) ?? 1 : 1;
        var decoration = style.GetValueOrDefault("text-decoration-line") ?? "";
        var paint = this with
        {
            FontSize = size * zoom,
            Opacity = Opacity * (Share(style.GetValueOrDefault("opacity")) ?? 1) * FilterOpacity(style.GetValueOrDefault("filter")),
            IsHidden = style.GetValueOrDefault("visibility") is { } visibility and not "inherit" ? visibility is "hidden" or "collapse" : IsHidden,
            IsStruck = IsStruck || (decoration.Contains("line-through", StringComparison.Ordinal) && !decoration.Contains("transparent", StringComparison.Ordinal)),
            IsRightToLeft = style.GetValueOrDefault("direction") is { } direction ? direction == "rtl" : IsRightToLeft,
            UsesOwnFont = IsRaisedBySomeFonts(style) || (style.TryGetValue("font-family", out var families) ? styles.DrawsOwn(families) : UsesOwnFont),
            IsUnknown = IsUnknown || IsBeyond(style) || (stated is not null && CssLength.FontSize(stated, FontSize) is null && stated.Contains('(', StringComparison.Ordinal)),
        };
        return paint.WithInk(style).OnGround(style);
    }

    // Raised where the font has such figures, which only a few have; Chromium paints others as they are.
    private static bool IsRaisedBySomeFonts(ComputedStyle style) =>
        style.GetValueOrDefault("font-variant-position") is "super" or "sub"
        || (style.GetValueOrDefault("font-feature-settings") is { } features && (features.Contains("sups", StringComparison.Ordinal) || features.Contains("subs", StringComparison.Ordinal)));

    private Paint OnGround(ComputedStyle style)
    {
        var paint = this;
        if (style.GetValueOrDefault("background-color") is { } stated and not ("inherit" or "initial" or "unset" or "none" or "transparent"))
        {
            paint = stated == "currentcolor" ? paint with { Ground = Color, HasOwnGround = true }
                : CssColor.Of(stated) is { } fill ? fill.Alpha == 0 ? paint : paint with { Ground = fill.Over(Ground), HasOwnGround = true, IsUnknown = fill.Alpha == 1 ? IsFaintBeyond(style) : IsUnknown }
                : paint with { IsUnknown = IsUnknown || stated.Contains('(', StringComparison.Ordinal) };
        }

        return paint;
    }

    private Paint WithInk(ComputedStyle style)
    {
        var stated = style.GetValueOrDefault("text-fill-color") ?? style.GetValueOrDefault("color");
        return stated is null or "inherit" or "unset" or "currentcolor" ? this
            : stated == "initial" ? this with { Color = CssColor.Black }
            : CssColor.Of(stated) is { } ink ? this with { Color = ink }
            : this with { IsUnknown = IsUnknown || stated.Contains('(', StringComparison.Ordinal) };
    }

    /// <summary>Effects on the colours of text that are not followed here.</summary>
    private static bool IsBeyond(ComputedStyle style) =>
        style.GetValueOrDefault("mix-blend-mode") is { } blend and not ("normal" or "initial")
        || style.GetValueOrDefault("background-clip") == "text"
        || (style.GetValueOrDefault("filter") is { } filter && !FollowedStyle.FiltersNothing(filter))
        || style.GetValueOrDefault("text-shadow") is { } and not ("none" or "initial") && style.ContainsKey("color")
        || style.ContainsKey("mask") || style.ContainsKey("mask-image");

    private bool IsFaintBeyond(ComputedStyle style) => IsUnknown && IsBeyond(style);

    private static double? Share(string? value) => value is null ? null : value.EndsWith('%') ? CssLength.Number(value[..^1]) / 100 : CssLength.Number(value);

    private static double FilterOpacity(string? filter) => filter is not null && filter.StartsWith("opacity(", StringComparison.Ordinal) ? Share(filter[8..].Split(')')[0].Trim()) ?? 1 : 1;

    private static CssColor? OfAttribute(string value) => value.Trim().ToLowerInvariant() is var text ? CssColor.Of(text) ?? CssColor.Of("#" + text) : null;
}

/// <summary>Whether a person sees a text.</summary>
internal enum TextSight
{
    Seen,
    Unseen,
    Doubtful,
}
