using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Html.Styles;
using Pipeline.Extractor.Readers.Html.Text;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>Notes cells whose figures stand in several pieces that style or fields set apart: two numbers side by side read as one. A browser's look tells how far apart they are, but not of fields.</summary>
internal static class SpacedPieces
{
    /// <summary>Pixels: half the width of a digit sets it apart.</summary>
    private const double Notable = 3;

    private static readonly string[] Spaces = ["margin-left", "margin-right", "padding-left", "padding-right"];

    public static void Note(IReadOnlyList<Box> made)
    {
        foreach (var box in made)
        {
            if (box is { Kind: BoxKind.Cell, HoldsTables: false, HoldsFigures: true, Pieces: > 1, TextLength: <= UnfollowedStyle.LongestFigure } && Figures(box) > 1)
            {
                box.Doubt ??= box.Children.Exists(HoldsField) ? AppearanceReasons.Broken : box.Children.Exists(IsSpaced) ? AppearanceReasons.Moved : null;
            }
        }
    }

    private static int Figures(Box box) => box.Kind == BoxKind.Text ? Digits.Any(box.Text) ? 1 : 0 : box.IsRaised ? 0 : box.Children.Sum(Figures);

    private static bool HoldsField(Box box) => box.IsElement && ((box.TextLength > 0 && FormFields.Value(box.Element) is not null) || box.Children.Exists(HoldsField));

    private static bool IsSpaced(Box box) => box is { IsElement: true, IsRaised: false }
        && (box.Kind is BoxKind.InlineBlock or BoxKind.Flex or BoxKind.Grid || Array.Exists(Spaces, side => Space(box, side) > Notable) || box.Children.Exists(IsSpaced));

    // Of a share of something nobody here knows how much it is.
    private static double Space(Box box, string side) =>
        box.Style.GetValueOrDefault(side) is { } value ? CssLength.Pixels(value, box.Paint.FontSize) ?? (value.Contains('%', StringComparison.Ordinal) || value.Contains('(', StringComparison.Ordinal) ? double.MaxValue : 0) : 0;
}
