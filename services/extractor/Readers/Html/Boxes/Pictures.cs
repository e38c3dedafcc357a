using System.Globalization;
using AngleSharp.Dom;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>Notes where something that is no text of the page, and may show figures, stands in a cell.</summary>
internal static class Pictures
{
    /// <summary>Pixels: smaller ones only keep a place.</summary>
    private const int Spacer = 3;

    /// <summary>An element that has a box.</summary>
    public static void Note(Box box, PageStyles styles)
    {
        if (box.Element.LocalName is "img" || (box.Element.LocalName == "input" && box.Element.GetAttribute("type") == "image") || IsFormula(box.Element))
        {
            Note(box.Element, styles, box.Parent!);
        }
        else if (!box.HoldsTables && (box.IsInCell || box.Kind is BoxKind.Cell or BoxKind.Row) && HasGround(box))
        {
            box.Doubt ??= AppearanceReasons.Picture;
        }
        else if ((box.IsInCell || box.Kind == BoxKind.Cell) && !ReferenceEquals(box.Element, box.Parent!.Element) && (IsGenerated(box) || box.Element.LocalName is "option" or "optgroup" && box.Element.HasAttribute("label")))
        {
            box.Doubt ??= AppearanceReasons.Generated;
        }
    }

    private static bool HasGround(Box box) => box.Style.GetValueOrDefault("background-image") is { } picture and not ("none" or "initial" or "unset" or "inherit" or "") || box.Element.Value("background") is { Length: > 0 }
        || (box.Style.GetValueOrDefault("content") is { } content && content.Contains("url(", StringComparison.Ordinal));

    // The style replaces what the element holds.
    private static bool IsGenerated(Box box) => box.Style.GetValueOrDefault("content") is { } content and not ("none" or "normal" or "initial" or "unset" or "");

    /// <summary>An element that is not read.</summary>
    public static void Note(IElement element, PageStyles styles, Box parent)
    {
        if (element.LocalName is "col" or "colgroup")
        {
            // A column that is gone takes its cells along.
            parent.Doubt ??= element.Children.Prepend(element).Any(column => styles.Of(column).GetValueOrDefault("visibility") is "collapse" or "hidden") ? AppearanceReasons.Order : null;
        }
        else if ((parent.IsInCell || parent.Kind == BoxKind.Cell) && Doubt(element) is { } doubt && !(element.NamespaceUri != NamespaceNames.MathMlUri && IsSpacer(element)) && !Visibility.IsGone(element, styles.Of(element)))
        {
            parent.Doubt ??= doubt;
        }
    }

    private static string? Doubt(IElement element) => element.LocalName switch
    {
        "img" or "svg" or "canvas" or "object" or "embed" or "iframe" or "video" or "applet" or "meter" or "progress" or "input" => AppearanceReasons.Picture,
        "script" => element.TextContent.Length > 0 ? AppearanceReasons.Script : null,
        "template" => element.HasAttribute("shadowrootmode") ? AppearanceReasons.Script : null,
        "rt" or "rtc" => element.Closest("ruby") is null || element.HasAttribute("style") ? AppearanceReasons.Generated : null,
        _ => IsFormula(element) ? AppearanceReasons.Picture : null,
    };

    /// <summary>What places parts of a formula elsewhere than one behind the other.</summary>
    private static bool IsFormula(IElement element) => element.NamespaceUri == NamespaceNames.MathMlUri
        && element.LocalName is not ("math" or "mrow" or "mn" or "mi" or "mo" or "mtext" or "mspace" or "semantics" or "annotation" or "annotation-xml");

    private static bool IsSpacer(IElement element) => Size(element, "width") is <= Spacer || Size(element, "height") is <= Spacer;

    private static int? Size(IElement element, string name) => int.TryParse(element.GetAttribute(name)?.Replace("px", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;
}
