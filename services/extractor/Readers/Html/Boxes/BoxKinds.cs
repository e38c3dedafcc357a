using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>Which box an element makes: by its style, else by its ARIA role, else by its name as in a browser's own style sheet.</summary>
internal static class BoxKinds
{
    private static readonly FrozenSet<string> Block = new[]
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "plaintext", "pre", "search", "section",
        "summary", "ul", "xmp",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Never shown, or shown as something that is no text of the page.</summary>
    private static readonly FrozenSet<string> Unread = new[]
    {
        "script", "style", "template", "noscript", "head", "title", "meta", "link", "base", "iframe", "object", "embed", "audio", "video", "canvas", "svg", "map", "area", "param", "source",
        "track", "col", "colgroup", "datalist", "frame", "frameset", "noframes", "noembed", "rp", "rt", "rtc", "progress", "meter", "applet", "annotation", "annotation-xml", "mphantom",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsUnread(IElement element) => Unread.Contains(element.LocalName);

    /// <summary>Whether the page made up the element's name, as in <c>data-row</c>.</summary>
    public static bool IsOwnName(IElement element) => !element.LocalName.Contains(':', StringComparison.Ordinal) && (element is IHtmlUnknownElement || element.LocalName.Contains('-', StringComparison.Ordinal));

    public static BoxKind Of(IElement element, ComputedStyle style)
    {
        if (OfRole(element) is { } role)
        {
            return role;
        }

        var display = style.GetValueOrDefault("display");
        var floats = style.GetValueOrDefault("float") is "left" or "right" || style.GetValueOrDefault("position") is "absolute" or "fixed";
        return (display is null ? null : OfDisplay(display, element)) switch
        {
            null => floats && OfName(element) is BoxKind.Inline or BoxKind.InlineBlock ? BoxKind.Block : OfName(element),
            BoxKind.Inline or BoxKind.InlineBlock when floats => BoxKind.Block,
            { } kind => kind,
        };
    }

    /// <summary>Box of a part that a style sheet generates.</summary>
    public static BoxKind OfPart(ComputedStyle style) => style.GetValueOrDefault("display") is "block" or "table" or "flex" or "grid" ? BoxKind.Block : BoxKind.Inline;

    private static BoxKind? OfDisplay(string display, IElement element) => display switch
    {
        "block" or "list-item" or "flow-root" or "block flow" => BoxKind.Block,
        "inline" => BoxKind.Inline,
        "inline-block" => BoxKind.InlineBlock,
        "flex" or "inline-flex" or "-webkit-box" or "-webkit-flex" => BoxKind.Flex,
        "grid" or "inline-grid" => BoxKind.Grid,
        "table" or "inline-table" => BoxKind.Table,
        "table-row-group" => BoxKind.RowGroup,
        "table-header-group" => BoxKind.HeaderGroup,
        "table-footer-group" => BoxKind.FooterGroup,
        "table-row" => BoxKind.Row,
        "table-cell" => BoxKind.Cell,
        "table-caption" => BoxKind.Caption,
        "initial" or "unset" => BoxKind.Inline,
        "revert" => OfName(element),
        _ => null,
    };

    private static BoxKind? OfRole(IElement element) => element.LocalName is "table" or "tr" or "td" or "th" or "tbody" or "thead" or "tfoot" ? null : element.Value("role") switch
    {
        "table" or "grid" or "treegrid" => BoxKind.Table,
        "rowgroup" => BoxKind.RowGroup,
        "row" => BoxKind.Row,
        "cell" or "gridcell" or "columnheader" or "rowheader" => BoxKind.Cell,
        _ => null,
    };

    private static BoxKind OfName(IElement element) => element.LocalName switch
    {
        "table" => BoxKind.Table,
        "thead" => BoxKind.HeaderGroup,
        "tbody" => BoxKind.RowGroup,
        "tfoot" => BoxKind.FooterGroup,
        "tr" => BoxKind.Row,
        "td" or "th" => BoxKind.Cell,
        "caption" => BoxKind.Caption,
        "br" => BoxKind.LineBreak,
        "button" or "input" or "select" or "textarea" => BoxKind.InlineBlock,
        var name when Block.Contains(name) => BoxKind.Block,

        // Elements of a page's own are inline unless styled, but their style often comes with a script that is not here: those that hold others are
        // containers. Word's names have a colon and only ever mark stretches of text.
        _ when IsOwnName(element) && element.Children.Any(IsOwnName) => BoxKind.Block,
        _ => BoxKind.Inline,
    };
}
