using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>
/// Whether styles or scripts reach the figures of a page's tables, so that a look at the painted page is worth a browser: a cell in doubt, figures that
/// are hidden, raised or generated, figures in several pieces of which one is styled.
/// </summary>
internal static class UnsureTables
{
    public static bool Are(Box root)
    {
        if (IsDoubtful(root))
        {
            return true;
        }

        var waiting = new Stack<Box>([root]);
        while (waiting.TryPop(out var box))
        {
            if (box.Kind == BoxKind.Cell ? !box.HoldsTables && IsUnsure(box) : IsDoubtful(box) && box.Kind is BoxKind.Table or BoxKind.Row or BoxKind.RowGroup or BoxKind.HeaderGroup or BoxKind.FooterGroup)
            {
                return true;
            }

            foreach (var child in box.Children)
            {
                if (!IsFrame(child))
                {
                    waiting.Push(child);
                }
            }
        }

        return false;
    }

    // The head or the foot of a page, which shows the date perhaps: a form has many rows.
    private static bool IsFrame(Box box) => box is { Kind: BoxKind.Table, HoldsTables: false } && Rows(box) == 1;

    private static int Rows(Box box) => box.Kind == BoxKind.Row ? 1 : box.Children.Sum(Rows);

    // A number is short; text with numbers in it is read as text.
    private static bool IsUnsure(Box cell)
    {
        if (cell.HidesFigures || (IsDoubtful(cell) && cell.TextLength <= UnfollowedStyle.LongestFigure))
        {
            return true;
        }

        return cell is { HoldsFigures: true, TextLength: <= UnfollowedStyle.LongestFigure } && (IsTouched(cell) || (cell.Pieces > 1 && cell.Children.Exists(IsStyled)));
    }

    // Type and colour of a piece are followed, and editors set them for every piece.
    private static bool IsStyled(Box box) => box.IsElement && (box.Style.Keys.Any(property => property is not ("padding-left" or "padding-right" or "color" or "background-color" or "font-size" or "font-family")) || box.IsRaised || box.Element.LocalName is "sup" or "sub" or "small" || box.Children.Exists(IsStyled));

    // What a picture shows and how a font of the page's own draws a digit, the painted text does not say either.
    private static bool IsDoubtful(Box box) => box.Doubt is not (null or AppearanceReasons.Picture or AppearanceReasons.Font);

    private static bool IsTouched(Box box) => IsDoubtful(box) || box.Children.Exists(IsTouched);
}
