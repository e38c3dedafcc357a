using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>Notes boxes whose look depends on more than these boxes know: text within a cell that is moved, cut or written by a script.</summary>
internal static class Doubts
{
    /// <summary>Pixels: text overlaps its neighbour from about there.</summary>
    private const double Overlap = -4;

    public static void Note(IReadOnlyList<Box> made, PageScripts scripts)
    {
        foreach (var box in made)
        {
            if (box.IsElement)
            {
                box.Doubt ??= Of(box, scripts);
            }
        }

        if (scripts.WritesCells)
        {
            made[0].Doubt ??= AppearanceReasons.Script;
        }
    }

    private static string? Of(Box box, PageScripts scripts)
    {
        if ((box.IsInCell || box.Kind == BoxKind.Cell) && (scripts.MayWrite(box.Element)))
        {
            return AppearanceReasons.Script;
        }

        // What a shadow root shows in place of the element's own text is not laid out here.
        if (box.Kind == BoxKind.Cell && scripts.HoldsShadows(box.Element))
        {
            return AppearanceReasons.Generated;
        }

        if (box is { Kind: BoxKind.Cell, TextLength: 0, HidesFigures: true })
        {
            return AppearanceReasons.Hidden;
        }

        return box.Kind switch
        {
            BoxKind.Cell when IsCutCell(box) => AppearanceReasons.Cut,
            BoxKind.Row or BoxKind.RowGroup or BoxKind.HeaderGroup or BoxKind.FooterGroup or BoxKind.Cell => IsMoved(box) || (box.Kind == BoxKind.Cell && box.Paint.IsRightToLeft && IsMixed(box)) ? AppearanceReasons.Moved : null,
            BoxKind.Table => box.Paint.IsRightToLeft || (box.Children.Count > 0 && box.Style.Transform == TransformEffect.Moved) ? AppearanceReasons.Order : null,
            BoxKind.Flex or BoxKind.Grid when box.Element.LocalName is "tbody" or "thead" or "tr" or "table" => AppearanceReasons.Order,
            _ when box.IsInCell || (box.IsInlineLevel && box.TextLength is > 0 and <= 12) => OfPart(box),
            _ => null,
        };
    }

    private static string? OfPart(Box box)
    {
        if (box.IsInCell && box.Element.LocalName == "li" && box.Element.ParentElement?.LocalName == "ol" && box.Style.GetValueOrDefault("list-style-type") != "none")
        {
            return AppearanceReasons.Generated;
        }

        if (box.IsInCell && box.Paint.IsRightToLeft && IsMixed(box))
        {
            return AppearanceReasons.Order;
        }

        return box.Style.Count == 0 ? null
            : box.IsRaised ? IsFarOff(box) ? AppearanceReasons.Moved : null
            : IsMoved(box) || IsAside(box) ? AppearanceReasons.Moved
            : IsCut(box) ? AppearanceReasons.Cut
            : box.Style.GetValueOrDefault("animation") is { } animation and not ("none" or "initial") ? AppearanceReasons.Moved
            : null;
    }

    /// <summary>In another line than the one that it is written in.</summary>
    private static bool IsFarOff(Box box) => box.IsInCell
        && Array.Exists<string>(["top", "bottom", "vertical-align"], name => Math.Abs(CssLength.Pixels(box.Style.GetValueOrDefault(name), box.Paint.FontSize, box.Paint.FontSize) ?? 0) > box.Paint.FontSize);

    private static bool IsMoved(Box box)
    {
        var (style, em) = (box.Style, box.Paint.FontSize);
        double Side(string name) => CssLength.Pixels(style.GetValueOrDefault(name), em) ?? (style.GetValueOrDefault(name) is { } value && (value.EndsWith('%') || value.Contains('(', StringComparison.Ordinal)) ? value[0] == '-' ? -99 : 99 : 0);
        return style.Transform == TransformEffect.Moved
            || style.ContainsKey("offset-path")
            || (style.GetValueOrDefault("position") == "relative" && (Side("left") != 0 || Side("right") != 0 || Math.Abs(Side("top")) > em / 2 || Math.Abs(Side("bottom")) > em / 2))
            || (box.Kind != BoxKind.Cell && (Side("margin-left") is < Overlap || Side("margin-right") is < Overlap || Side("margin-top") is < Overlap || Side("text-indent") is < Overlap * 10 || Side("letter-spacing") < em * -.2));
    }

    /// <summary>Taken out of the line beside other text.</summary>
    private static bool IsAside(Box box) =>
        box.IsInCell && (box.Style.GetValueOrDefault("position") is "absolute" or "fixed" || box.Style.GetValueOrDefault("float") is "left" or "right")
        && (box.TextLength > 0 ? box.Parent!.TextLength > box.TextLength : box.Style.ContainsKey("background-color") || box.Style.ContainsKey("border") || box.Style.ContainsKey("border-top"));

    private static bool IsCut(Box box)
    {
        var (style, em) = (box.Style, box.Paint.FontSize);
        return style.GetValueOrDefault("clip-path") is { } path and not ("none" or "initial")
            || (style.ContainsKey("clip") && style.GetValueOrDefault("clip") != "auto")
            || (style.CutsOff && (Limit("height") < em * .7 || Limit("max-height") < em * .7 || Limit("width") < box.TextLength * em * .5 || Limit("max-width") < box.TextLength * em * .5));
        double? Limit(string name) => CssLength.Pixels(style.GetValueOrDefault(name), em);
    }

    // Cells grow with what they hold, unless their table or a greatest width forbids it.
    private static bool IsCutCell(Box cell) => cell.TextLength > 0 && cell.Style.CutsOff
        && (IsNarrow(cell, cell.Style.GetValueOrDefault("max-width")) || (IsFixed(cell) && IsNarrow(cell, cell.Style.GetValueOrDefault("width") ?? cell.Element.GetAttribute("width") + "px")));

    private static bool IsNarrow(Box cell, string? width) => CssLength.Pixels(width, cell.Paint.FontSize) < Math.Min(cell.TextLength, UnfollowedStyle.LongestFigure) * cell.Paint.FontSize * .5;

    private static bool IsFixed(Box cell)
    {
        var step = cell.Parent;
        while (step is not null && step.Kind != BoxKind.Table)
        {
            step = step.Parent;
        }

        return step?.Style.GetValueOrDefault("table-layout") == "fixed";
    }

    /// <summary>Whether text in several pieces runs from the right: its pieces may stand in another order.</summary>
    private static bool IsMixed(Box box) => box.TextLength > 1 && (box.Children.Count(child => child.TextLength > 0) > 1 || box.Children.Exists(child => child.Text.Trim().Any(c => !char.IsDigit(c))));
}
