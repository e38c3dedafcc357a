using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Readers.Html;
using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Viewing;

/// <summary>
/// A web page written anew out of its text and tables as the reader sees them: what is hidden from a person is left out, what a style sheet adds is
/// in. Elements are copied by name from a short list and without any attribute but spans; scripts, styles, pictures, frames, forms and everything in
/// other namespaces stay behind.
/// </summary>
internal static class HtmlView
{
    private const int LargestSpan = 1000;

    // Far above any report; a page made to swell stops here.
    private const int LongestView = 8 << 20;

    private static readonly FrozenSet<string> Kept = FrozenSet.ToFrozenSet(
        ["p", "div", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "pre", "blockquote", "b", "strong", "em", "sup", "sub", "hr", "span"],
        StringComparer.Ordinal);

    /// <exception cref="Readers.UnreadableDocumentException">The page cannot be parsed.</exception>
    public static string Of(ReadOnlySpan<byte> bytes, string? contentType, HtmlLocator? spot, CancellationToken cancellation)
    {
        using var document = HtmlParsing.Parse(HtmlText.Decode(bytes, contentType).Text, cancellation);
        var page = new InertHtml();
        if (Boxes(document, Find(document, spot)) is { } body)
            Copy(body, Find(document, spot), page, cancellation);
        return page.ToString();
    }

    // A spot in a pane behind a tab is shown with its pane open.
    private static Box? Boxes(IHtmlDocument document, IElement? spot) =>
        BoxTree.Build(document) is { } body && (spot is null || Holds(body, spot)) ? body : BoxTree.Build(document, opensPanes: true);

    private static bool Holds(Box root, IElement spot)
    {
        var waiting = new Stack<Box>([root]);
        while (waiting.TryPop(out var box))
        {
            if (box.IsElement && box.Element == spot)
                return true;
            box.Children.ForEach(waiting.Push);
        }

        return false;
    }

    private static IElement? Find(IDocument document, HtmlLocator? spot)
    {
        try
        {
            return spot is null ? null : document.QuerySelector(spot.Path);
        }
        catch (DomException)
        {
            // Not a path of ours: the page is shown without a mark.
            return null;
        }
    }

    // With a stack of its own: a hostile page may be nested deeper than ours.
    private static void Copy(Box root, IElement? spot, InertHtml page, CancellationToken cancellation)
    {
        var pending = new Stack<(Box? Box, string? Close)>();
        pending.Push((root, null));
        while (pending.TryPop(out var next) && page.Length < LongestView)
        {
            cancellation.ThrowIfCancellationRequested();
            if (next.Close is { } closing)
                page.Close(closing);
            else if (next.Box is { Kind: BoxKind.Text } text)
                page.Text(text.Text);
            else if (next.Box is { Kind: BoxKind.LineBreak })
                page.Open("br");
            else if (next.Box is { } box)
                Begin(box, spot, page, pending);
        }
    }

    private static void Begin(Box box, IElement? spot, InertHtml page, Stack<(Box? Box, string? Close)> pending)
    {
        // A part that a style sheet generates belongs to its element and is none itself.
        var isOwn = box.Parent?.Element != box.Element;
        var isSpot = isOwn && box.Element == spot;
        var name = isOwn && Kept.Contains(box.Element.LocalName) ? box.Element.LocalName : isSpot ? "span" : null;
        if (name is not null)
        {
            page.Open(name, isSpot, Span(box.Element, "rowspan"), Span(box.Element, "colspan"));
            if (name != "hr")
                pending.Push((null, name));
        }

        for (var i = box.Children.Count - 1; i >= 0; i--)
            pending.Push((box.Children[i], null));
    }

    private static int Span(IElement element, string name) =>
        int.TryParse(element.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, LargestSpan) : 1;
}
