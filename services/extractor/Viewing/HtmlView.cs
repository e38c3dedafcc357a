using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Dom;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Readers.Html;

namespace Pipeline.Extractor.Viewing;

/// <summary>
/// A web page written anew out of its text and tables. Elements are copied by name from a short list and without any attribute but spans; scripts,
/// styles, pictures, frames, forms and everything in other namespaces stay behind.
/// </summary>
internal static class HtmlView
{
    private const int LargestSpan = 1000;

    // Far above any report; a page made to swell stops here.
    private const int LongestView = 8 << 20;

    private static readonly FrozenSet<string> Kept = FrozenSet.ToFrozenSet(
        ["p", "div", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "pre", "blockquote", "b", "strong", "em", "sup", "sub", "br", "hr", "span"],
        StringComparer.Ordinal);

    // Their content is no text of the page, or none that a browser with scripts shows.
    private static readonly FrozenSet<string> Dropped = FrozenSet.ToFrozenSet(
        ["script", "style", "head", "noscript", "template", "iframe", "frame", "frameset", "noframes", "object", "embed", "applet", "svg", "math", "audio", "video", "canvas", "select", "option", "textarea", "input", "button", "xmp", "plaintext"],
        StringComparer.Ordinal);

    /// <exception cref="Readers.UnreadableDocumentException">The page cannot be parsed.</exception>
    public static string Of(ReadOnlySpan<byte> bytes, string? contentType, HtmlLocator? spot, CancellationToken cancellation)
    {
        using var document = HtmlParsing.Parse(HtmlText.Decode(bytes, contentType).Text, cancellation);
        var page = new InertHtml();
        if (document.Body is { } body)
            Copy(body, Find(document, spot), page, cancellation);
        return page.ToString();
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
    private static void Copy(IElement root, IElement? spot, InertHtml page, CancellationToken cancellation)
    {
        var pending = new Stack<(INode? Node, string? Close)>();
        pending.Push((root, null));
        while (pending.TryPop(out var next) && page.Length < LongestView)
        {
            cancellation.ThrowIfCancellationRequested();
            if (next.Close is { } closing)
                page.Close(closing);
            else if (next.Node is IText text)
                page.Text(text.Data);
            else if (next.Node is IElement element && !Dropped.Contains(element.LocalName) && element.NamespaceUri == NamespaceNames.HtmlUri)
                Begin(element, ReferenceEquals(element, spot), page, pending);
        }
    }

    private static void Begin(IElement element, bool isSpot, InertHtml page, Stack<(INode? Node, string? Close)> pending)
    {
        var name = Kept.Contains(element.LocalName) ? element.LocalName : isSpot ? "span" : null;
        if (name is not null)
        {
            page.Open(name, isSpot, Span(element, "rowspan"), Span(element, "colspan"));
            if (name is not ("br" or "hr"))
                pending.Push((null, name));
        }

        for (var i = element.ChildNodes.Length - 1; i >= 0; i--)
            pending.Push((element.ChildNodes[i], null));
    }

    private static int Span(IElement element, string name) =>
        int.TryParse(element.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, LargestSpan) : 1;
}
