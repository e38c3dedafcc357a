using System.Collections.Immutable;
using System.Text.Json;
using Pipeline.Extractor.Readers.Html.Painting;

namespace Pipeline.Browsing.Painting;

/// <summary>What <c>DOMSnapshot.captureSnapshot</c> tells of a page's main document: tables of numbers that point into each other and into a list of texts.</summary>
/// <param name="Texts">Of those in form fields too; without ink.</param>
/// <param name="Frame">The browser's name for the page's main frame.</param>
/// <param name="Width">Of the whole page, in pixels; as the height.</param>
internal sealed record LayoutSnapshot(ImmutableArray<PaintedNode> Nodes, ImmutableArray<PaintedText> Texts, string Frame, double Width, double Height)
{
    /// <summary>A report has some 5,000 nodes.</summary>
    private const int MostNodes = 100_000;

    private const int Element = 1;

    private static readonly HashSet<string> KeptAttributes = new(StringComparer.Ordinal) { "class", "id", "role", "rowspan", "colspan", "href", "open", "type" };

    /// <summary>Null for a page that is larger than any report.</summary>
    public static LayoutSnapshot? Of(JsonElement snapshot)
    {
        var strings = snapshot.GetProperty("strings").EnumerateArray().Select(text => text.GetString() ?? "").ToArray();
        var document = snapshot.GetProperty("documents")[0];
        var nodes = document.GetProperty("nodes");
        var parents = Numbers(nodes, "parentIndex");
        if (parents.Length > MostNodes)
            return null;
        var layout = document.GetProperty("layout");
        var boxed = Numbers(layout, "nodeIndex");
        var bounds = layout.GetProperty("bounds").EnumerateArray().Select(Box).ToArray();
        var styles = layout.GetProperty("styles").EnumerateArray().Select(values => Style(values, strings)).ToArray();
        // A generated part has a box and a text under one number: the box comes first.
        var boxOf = new Dictionary<int, int>();
        for (var i = 0; i < boxed.Length; i++)
            boxOf.TryAdd(boxed[i], i);
        var (names, kinds) = (Numbers(nodes, "nodeName"), Numbers(nodes, "nodeType"));
        var attributes = nodes.GetProperty("attributes").EnumerateArray().Select(list => Attributes(list, strings)).ToArray();
        var tree = parents.Select((parent, i) => boxOf.TryGetValue(i, out var at)
            ? new PaintedNode(parent, Name(kinds[i], strings[names[i]]), attributes[i], styles[at], bounds[at])
            : new PaintedNode(parent, Name(kinds[i], strings[names[i]]), attributes[i], ImmutableDictionary<string, string>.Empty, null)).ToImmutableArray();
        var texts = Lines(document.GetProperty("textBoxes"), layout, boxed, strings).Concat(Values(nodes, tree, strings));
        return new(tree, [.. texts.OrderBy(text => text.Node)], strings[document.GetProperty("frameId").GetInt32()], document.GetProperty("contentWidth").GetDouble(), document.GetProperty("contentHeight").GetDouble());
    }

    // The declaration of the document's type is called as its first element is.
    private static string Name(int kind, string name) => kind == Element || name.StartsWith('#') ? name.ToLowerInvariant() : $"#{name}";

    private static IEnumerable<PaintedText> Lines(JsonElement pieces, JsonElement layout, int[] boxed, string[] strings)
    {
        var whole = Numbers(layout, "text");
        var (of, start, length) = (Numbers(pieces, "layoutIndex"), Numbers(pieces, "start"), Numbers(pieces, "length"));
        var bounds = pieces.GetProperty("bounds").EnumerateArray().Select(Box).ToArray();
        for (var i = 0; i < of.Length; i++)
        {
            var text = strings[whole[of[i]]];
            // White space between two lines of one text belongs to none of them.
            var end = i + 1 < of.Length && of[i + 1] == of[i] ? Math.Max(start[i + 1], start[i] + length[i]) : start[i] + length[i];
            if (start[i] >= 0 && end <= text.Length)
                yield return new(boxed[of[i]], text[start[i]..end], bounds[i], [], false);
        }
    }

    // What fields hold stands in trees of the browser's own, which are not told.
    private static IEnumerable<PaintedText> Values(JsonElement nodes, ImmutableArray<PaintedNode> tree, string[] strings)
    {
        var values = Rare(nodes, "inputValue").Concat(Rare(nodes, "textValue")).Where(value => tree[value.Node].Attributes.GetValueOrDefault("type") is not ("hidden" or "checkbox" or "radio" or "password" or "file"));
        var chosen = nodes.GetProperty("optionSelected").GetProperty("index").EnumerateArray().Select(index => index.GetInt32())
            .Select(option => (Node: SelectOf(option, tree), Text: string.Concat(Enumerable.Range(option + 1, Math.Max(0, tree.Length - option - 1)).TakeWhile(node => tree[node].Parent == option).Select(node => Value(nodes, node, strings)))));
        return values.Select(value => (value.Node, Text: strings[value.Text])).Concat(chosen.Where(option => option.Node >= 0))
            .Where(value => tree[value.Node].Box is not null && value.Text.Length > 0)
            .Select(value => new PaintedText(value.Node, value.Text.Trim(), tree[value.Node].Box!.Value, [], false));
    }

    private static int SelectOf(int option, ImmutableArray<PaintedNode> tree)
    {
        var node = option;
        while (node >= 0 && tree[node].Name != "select")
            node = tree[node].Parent;
        return node;
    }

    private static string Value(JsonElement nodes, int node, string[] strings) => nodes.GetProperty("nodeValue")[node].GetInt32() is >= 0 and var at ? strings[at] : "";

    private static IEnumerable<(int Node, int Text)> Rare(JsonElement nodes, string name) =>
        nodes.GetProperty(name) is var rare ? Numbers(rare, "index").Zip(Numbers(rare, "value")).Where(pair => pair.Second >= 0) : [];

    private static ImmutableDictionary<string, string> Attributes(JsonElement list, string[] strings) =>
        list.EnumerateArray().Select(index => index.GetInt32()).Chunk(2).Where(pair => KeptAttributes.Contains(strings[pair[0]]))
            .DistinctBy(pair => pair[0]).ToImmutableDictionary(pair => strings[pair[0]], pair => pair[1] < 0 ? "" : strings[pair[1]], StringComparer.Ordinal);

    private static ImmutableDictionary<string, string> Style(JsonElement values, string[] strings) =>
        values.EnumerateArray().Select(index => index.GetInt32()).Zip(PaintedStyle.Properties).Where(pair => pair.First >= 0)
            .ToImmutableDictionary(pair => pair.Second, pair => strings[pair.First], StringComparer.Ordinal);

    private static PaintedBox Box(JsonElement box) => new(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble());

    private static int[] Numbers(JsonElement table, string name) => [.. table.GetProperty(name).EnumerateArray().Select(number => number.GetInt32())];
}
