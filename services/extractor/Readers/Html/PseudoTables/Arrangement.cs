using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>How a box places its children.</summary>
internal enum Arrangement
{
    /// <summary>Nothing says so: the page's style sheet is elsewhere.</summary>
    Unknown,
    SideBySide,
    Stacked,
    Tracks,
    Positioned,
}

internal static class Arrangements
{
    public static Arrangement Of(Box box, IReadOnlyList<Box> children)
    {
        if (children.Count(child => child.Style.GetValueOrDefault("position") == "absolute" && child.Style.ContainsKey("left") && child.Style.ContainsKey("top")) * 10 > children.Count * 9)
        {
            return Arrangement.Positioned;
        }

        switch (box.Kind)
        {
            case BoxKind.Flex:
                return box.Style.GetValueOrDefault("flex-direction", "").StartsWith("column", StringComparison.Ordinal) || box.Style.GetValueOrDefault("flex-flow", "").StartsWith("column", StringComparison.Ordinal)
                    ? Arrangement.Stacked
                    : Arrangement.SideBySide;
            case BoxKind.Grid:
                return box.Style.ContainsKey("grid-template-columns") || box.Style.ContainsKey("grid-template") ? Arrangement.Tracks
                    : box.Style.GetValueOrDefault("grid-auto-flow", "").StartsWith("column", StringComparison.Ordinal) ? Arrangement.SideBySide
                    : children.Any(child => child.Style.ContainsKey("grid-column") || child.Style.ContainsKey("grid-area")) ? Arrangement.Tracks
                    : Arrangement.Stacked;
            case BoxKind.Row:
                return Arrangement.SideBySide;
            case BoxKind.Table or BoxKind.HeaderGroup or BoxKind.RowGroup or BoxKind.FooterGroup:
                return Arrangement.Stacked;
            default:
                return children.All(IsBesideOthers) ? Arrangement.SideBySide : Arrangement.Unknown;
        }
    }

    private static bool IsBesideOthers(Box child) => child.Kind is BoxKind.InlineBlock or BoxKind.Cell || child.Style.GetValueOrDefault("float") is "left" or "right";
}
