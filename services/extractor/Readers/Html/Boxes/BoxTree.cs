using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Html.Styles;
using Pipeline.Extractor.Readers.Html.Text;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>Builds the boxes of a page. Works without recursion: pages nest as deep as they like.</summary>
internal sealed class BoxTree
{
    private readonly List<Box> _made = [];
    private readonly List<IElement> _gone = [];
    private readonly Stack<Waiting> _waiting = new();
    private readonly PageStyles _styles;
    private readonly Paints _paints;
    private readonly PageScripts _scripts;
    private readonly bool _opensPanes;

    private BoxTree(PageStyles styles, PageScripts scripts, bool opensPanes) => (_styles, _paints, _scripts, _opensPanes) = (styles, new Paints(styles), scripts, opensPanes);

    /// <summary>Null for a page without a body, such as a frame set.</summary>
    /// <param name="opensPanes">Whether panes that wait behind tabs are seen too.</param>
    public static Box? Build(IHtmlDocument document, bool opensPanes = false) => Build(document, new PageElements(document), opensPanes)?.Root;

    /// <summary>As the other, where the page was walked over already.</summary>
    public static PageBoxes? Build(IHtmlDocument document, PageElements elements, bool opensPanes) =>
        document.Body is { } body ? new BoxTree(new PageStyles(elements), new PageScripts(body, elements), opensPanes).Of(body) : null;

    private PageBoxes Of(IElement body)
    {
        CountedWork.Walked();
        var page = body.ParentElement is { } html ? Paint.OfPage.Within(html, _styles.Of(html), StyleVariables.None.With(_styles.Of(html)), _paints) : Paint.OfPage;
        Enter(body, null, page);
        while (_waiting.TryPop(out var next))
        {
            switch (next.Node)
            {
                case null:
                    Generate(next.Part!, next.Parent, next.Paint);
                    break;
                case Element element when BoxKinds.IsUnread(element):
                    Pictures.Note(element, _styles, next.Parent);
                    break;
                case Element element:
                    Enter(element, next.Parent, next.Paint);
                    break;
                case IText text when text.Data.Length > 0:
                    AddText(text.Data, next.Parent, next.Paint);
                    break;
            }
        }

        var root = _made[0];
        Summarise(_made);
        ReadingOrder.Apply(_made);
        Doubts.Note(_made, _scripts);
        UnfollowedStyle.Note(_made);
        SpacedPieces.Note(_made);
        Overlays.Note(root);
        if (_styles.IsCut)
        {
            root.Doubt = AppearanceReasons.Styles;
        }

        return new PageBoxes(root, _gone, _styles);
    }

    private void Enter(IElement element, Box? parent, Paint paint)
    {
        var own = _styles.Of(element);
        var variables = paint.Variables.With(own);
        var style = variables.Resolve(own);
        if (parent is not null && Visibility.IsGone(element, style) && !(_opensPanes && TabPanes.IsPane(element, _styles)))
        {
            if (!style.IsFollowed && (parent.IsInCell || parent.Kind == BoxKind.Cell) && Digits.Any(element.TextContent))
            {
                parent.Doubt ??= AppearanceReasons.Hidden;
            }

            _gone.Add(element);
            return;
        }

        var inner = paint.Within(element, style, variables, _paints);
        if (inner.IsHidden && _scripts.Lifts(element))
        {
            inner = paint;
        }

        if (parent is not null && style.GetValueOrDefault("display") == "contents")
        {
            Wait(element, parent, inner, hasParts: false);
            return;
        }

        var kind = parent is null ? BoxKind.Block : BoxKinds.Of(element, style);
        var box = new Box(kind, parent, element, style) { KeepsSpace = parent is not null && KeepsSpace(element, style, parent), Paint = inner };
        Add(box);
        Pictures.Note(box, _styles);
        if (kind == BoxKind.LineBreak)
        {
            return;
        }

        if (FormFields.Value(element) is { } value)
        {
            box.Doubt ??= box.IsInCell && FormFields.IsUnclear(element, style, inner.FontSize) ? AppearanceReasons.Cut : null;
            AddText(value, box, inner);
            return;
        }

        if (_styles.HasParts && (box.IsInCell || kind == BoxKind.Cell) && (_styles.Of(element, "first-letter").Count > 0 || _styles.Of(element, "first-line").Count > 0))
        {
            box.Doubt ??= AppearanceReasons.Styles;
        }

        Wait(element, box, inner, _styles.HasParts);
    }

    /// <summary>Where line breaks of the source are shown, they are breaks like any other.</summary>
    private void AddText(string text, Box parent, Paint paint)
    {
        var sight = text.AsSpan().Trim().Length == 0 ? paint.IsHidden ? TextSight.Unseen : TextSight.Seen : paint.Sight(text, _styles);
        if (sight == TextSight.Unseen)
        {
            parent.HidesFigures |= Digits.Any(text);
            return;
        }

        if (sight == TextSight.Doubtful || (paint.UsesOwnFont && Digits.Any(text)))
        {
            parent.Doubt ??= sight == TextSight.Doubtful ? AppearanceReasons.Faint : AppearanceReasons.Font;
        }

        if (BidiText.IsEntangled(text))
        {
            parent.Doubt ??= AppearanceReasons.Order;
        }

        if (!parent.KeepsSpace)
        {
            Add(new Box(BoxKind.Text, parent, BidiText.AsShown(text)));
            return;
        }

        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (index > 0)
            {
                Add(new Box(BoxKind.LineBreak, parent, ""));
            }

            Add(new Box(BoxKind.Text, parent, BidiText.AsShown(line)));
        }
    }

    private void Generate(string part, Box parent, Paint paint)
    {
        var own = _styles.Of(parent.Element, part);
        var style = paint.Variables.With(own).Resolve(own);
        if (GeneratedText.Of(style.GetValueOrDefault("content"), parent.Element) is not { } generated || style.IsHidden)
        {
            return;
        }

        var inCell = parent.IsInCell || parent.Kind == BoxKind.Cell;
        var inRow = parent.Kind is BoxKind.Row or BoxKind.RowGroup or BoxKind.HeaderGroup or BoxKind.FooterGroup;
        if ((inCell && !generated.IsKnown) || (inRow && (generated.Text.Length > 0 || style.GetValueOrDefault("display") == "table-cell")))
        {
            parent.Doubt ??= AppearanceReasons.Generated;
        }
        else if ((inCell || inRow) && generated.Text.AsSpan().Trim().Length == 0 && IsPainted(style))
        {
            parent.Doubt ??= AppearanceReasons.Covered;
        }

        if (generated.Text.Length > 0 && (inCell || generated.Text.Any(char.IsLetterOrDigit)))
        {
            var box = new Box(BoxKinds.OfPart(style), parent, parent.Element, style) { Paint = _paints.Within(paint, style) };
            Add(box);
            AddText(generated.Text, box, box.Paint);
        }
    }

    private static bool IsPainted(ComputedStyle style) => !style.IsFollowed || style.ContainsKey("background-color") || style.ContainsKey("background-image") || style.ContainsKey("box-shadow")
        || style.Keys.Any(name => name.StartsWith("border", StringComparison.Ordinal));

    private void Add(Box box)
    {
        box.Parent?.Children.Add(box);
        _made.Add(box);
    }

    private void Wait(IElement element, Box box, Paint paint, bool hasParts)
    {
        if (hasParts)
        {
            _waiting.Push(new Waiting(null, "after", box, paint));
        }

        var children = element.ChildNodes;
        for (var i = children.Length - 1; i >= 0; i--)
        {
            _waiting.Push(new Waiting(children[i], null, box, paint));
        }

        if (hasParts)
        {
            _waiting.Push(new Waiting(null, "before", box, paint));
        }
    }

    private static bool KeepsSpace(IElement element, ComputedStyle style, Box parent) =>
        style.TryGetValue("white-space", out var space)
            ? space is "pre" or "pre-wrap" or "pre-line" or "break-spaces"
            : element.LocalName is "pre" or "listing" or "xmp" or "plaintext" || (parent.KeepsSpace && element.LocalName != "table");

    /// <summary>Children stand behind their parents in the list, so one pass backwards sums up.</summary>
    private static void Summarise(List<Box> made)
    {
        for (var i = made.Count - 1; i > 0; i--)
        {
            var box = made[i];
            var parent = box.Parent!;
            if (box.Kind == BoxKind.Text && box.Text.AsSpan().Trim().Length is > 0 and var length)
            {
                box.TextLength = length;
                box.Pieces = 1;
                box.HoldsFigures = Digits.Any(box.Text);
            }

            parent.TextLength += box.TextLength;
            parent.Pieces += box.Pieces;
            parent.HoldsFigures |= box.HoldsFigures;
            parent.HidesFigures |= box.HidesFigures;
            parent.HoldsTables |= box.HoldsTables || box.Kind == BoxKind.Table;
            parent.HoldsPictures |= box.HoldsPictures || box.IsPicture;
            parent.HoldsBlocks |= box.HoldsBlocks || !box.IsInlineLevel;
        }
    }

    /// <param name="Node">Null for a part that the style sheet generates.</param>
    private readonly record struct Waiting(INode? Node, string? Part, Box Parent, Paint Paint);
}
