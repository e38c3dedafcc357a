using AngleSharp.Dom;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>The boxes of a page.</summary>
/// <param name="Gone">Elements that are not displayed, without those within them.</param>
internal sealed record PageBoxes(Box Root, IReadOnlyList<IElement> Gone, PageStyles Styles)
{
    /// <summary>Whether panes wait behind tabs that were left closed.</summary>
    public bool HasClosedPanes => Gone.Any(element => TabPanes.IsPane(element, Styles));
}
