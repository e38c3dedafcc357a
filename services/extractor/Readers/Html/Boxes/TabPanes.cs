using AngleSharp.Dom;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>
/// Recognises the panes behind tabs: alike elements side by side of which all but one are hidden until a script shows them. A person opens them one
/// after the other; a single hidden twin, such as a table for narrow screens, is none.
/// </summary>
internal static class TabPanes
{
    private const int Fewest = 3;

    /// <summary>More siblings are entries of a list.</summary>
    private const int Most = 20;

    public static bool IsPane(IElement element, PageStyles styles)
    {
        var alike = element.ParentElement?.Children.Where(sibling => IsAlike(sibling, element)).Take(Most + 1).ToList() ?? [];
        return alike.Count is >= Fewest and <= Most && alike.Count(sibling => !Visibility.IsGone(sibling, styles.Of(sibling))) <= 1;
    }

    // The pane that is open has a class more.
    private static bool IsAlike(IElement sibling, IElement pane) =>
        sibling.LocalName == pane.LocalName && (sibling.ClassList.Length + pane.ClassList.Length == 0 || sibling.ClassList.Any(pane.ClassList.Contains));
}
