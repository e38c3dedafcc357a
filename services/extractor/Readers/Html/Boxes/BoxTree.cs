using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>Builds the boxes of a page. Works without recursion: pages nest as deep as they like.</summary>
internal static class BoxTree
{
    /// <summary>Null for a page without a body, such as a frame set.</summary>
    /// <param name="opensPanes">Whether panes that wait behind tabs are seen too.</param>
    public static Box? Build(IHtmlDocument document, bool opensPanes = false)
    {
        if (document.Body is not { } body)
        {
            return null;
        }

        var styles = new PageStyles(document);
        var root = new Box(BoxKind.Block, null, body, styles.Of(body));
        var made = new List<Box> { root };
        var waiting = new Stack<(INode Node, Box Parent, bool Invisible)>();
        Wait(body, root, false, waiting);
        while (waiting.TryPop(out var next))
        {
            switch (next.Node)
            {
                case IText text when !next.Invisible && text.Data.Length > 0:
                    AddText(text.Data, next.Parent, made);
                    break;
                case IElement element when !BoxKinds.IsUnread(element):
                    Enter(element, next.Parent, next.Invisible, styles, opensPanes, made, waiting);
                    break;
            }
        }

        Summarise(made);
        return root;
    }

    private static void Enter(IElement element, Box parent, bool invisible, PageStyles styles, bool opensPanes, List<Box> made, Stack<(INode Node, Box Parent, bool Invisible)> waiting)
    {
        var style = styles.Of(element);
        if (Visibility.IsGone(element, style) && !(opensPanes && TabPanes.IsPane(element, styles)))
        {
            return;
        }

        invisible = Visibility.IsInvisible(style) ?? invisible;
        if (style.GetValueOrDefault("display") == "contents")
        {
            Wait(element, parent, invisible, waiting);
            return;
        }

        var kind = BoxKinds.Of(element, style);
        var box = new Box(kind, parent, element, style) { KeepsSpace = KeepsSpace(element, style, parent) };
        Add(box, made);
        if (kind == BoxKind.LineBreak)
        {
            return;
        }

        if (FormValue(element) is { } value)
        {
            Add(new Box(BoxKind.Text, box, invisible ? "" : value), made);
            return;
        }

        Wait(element, box, invisible, waiting);
    }

    /// <summary>Where line breaks of the source are shown, they are breaks like any other.</summary>
    private static void AddText(string text, Box parent, List<Box> made)
    {
        foreach (var (index, line) in (parent.KeepsSpace ? text.Split('\n') : [text]).Index())
        {
            if (index > 0)
            {
                Add(new Box(BoxKind.LineBreak, parent, ""), made);
            }

            Add(new Box(BoxKind.Text, parent, line), made);
        }
    }

    private static void Add(Box box, List<Box> made)
    {
        box.Parent!.Children.Add(box);
        made.Add(box);
    }

    private static void Wait(IElement element, Box box, bool invisible, Stack<(INode Node, Box Parent, bool Invisible)> waiting)
    {
        for (var i = element.ChildNodes.Length - 1; i >= 0; i--)
        {
            waiting.Push((element.ChildNodes[i], box, invisible));
        }
    }

    private static bool KeepsSpace(IElement element, IReadOnlyDictionary<string, string> style, Box parent) =>
        style.TryGetValue("white-space", out var space)
            ? space is "pre" or "pre-wrap" or "pre-line" or "break-spaces"
            : element.LocalName is "pre" or "listing" or "xmp" or "plaintext" || (parent.KeepsSpace && element.LocalName != "table");

    /// <summary>What a form field shows; null for other elements.</summary>
    private static string? FormValue(IElement element) => element switch
    {
        IHtmlInputElement input => input.Type is "text" or "number" or "tel" or "search" or "url" or "email" or "date" or "month" ? input.DefaultValue ?? "" : "",
        IHtmlTextAreaElement area => area.DefaultValue,
        IHtmlSelectElement select => (select.Options.FirstOrDefault(option => option.IsDefaultSelected) ?? (select.Options.Length > 0 ? select.Options[0] : null))?.Text ?? "",
        _ => null,
    };

    /// <summary>Children stand behind their parents in the list, so one pass backwards sums up.</summary>
    private static void Summarise(List<Box> made)
    {
        for (var i = made.Count - 1; i > 0; i--)
        {
            var box = made[i];
            var parent = box.Parent!;
            box.TextLength += box.Text.AsSpan().Trim().Length;
            parent.TextLength += box.TextLength;
            parent.HoldsTables |= box.HoldsTables || box.Kind == BoxKind.Table;
            parent.HoldsBlocks |= box.HoldsBlocks || !box.IsInlineLevel;
        }
    }
}
