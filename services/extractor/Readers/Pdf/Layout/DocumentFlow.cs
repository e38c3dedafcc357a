using System.Collections.Immutable;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Pages → blocks in reading order; headers, footers and page numbers go last, as boilerplate.</summary>
internal static class DocumentFlow
{
    public static ImmutableArray<Block> Blocks(ImmutableArray<UprightPage> pages)
    {
        pages = [.. pages.SelectMany(page => PageColumns.Of(page))];
        var flows = Flows(pages);
        var running = RunningLines.Among(flows);
        flows = CutHeads.Restored(flows, running);
        ImmutableArray<FlowItem> items = [.. flows.SelectMany(flow => flow).Where(item => !running.Contains(item))];
        var margins = Margins(items, pages);
        var boilerplate = flows.SelectMany(flow => flow).Where(running.Contains).Select(item =>
            new TextBlock(item.Line!.Text, item.Page.Locate(item.Box), Segments: Paragraphs.Segments(item), IsBoilerplate: true));
        return [.. Body(items, margins), .. boilerplate];
    }

    private static ImmutableArray<ImmutableArray<FlowItem>> Flows(ImmutableArray<UprightPage> pages)
    {
        var flows = ImmutableArray.CreateBuilder<ImmutableArray<FlowItem>>(pages.Length);
        foreach (var page in pages)
            flows.Add(PageFlow.Of(page, flows.Count == 0 ? null : flows[^1].LastOrDefault(item => item.Table is not null)?.Table!.InferredColumns, []));
        return flows.ToImmutable();
    }

    private static IEnumerable<Block> Body(ImmutableArray<FlowItem> items, Dictionary<UprightPage, TextMargins> margins)
    {
        for (var start = 0; start < items.Length;)
        {
            var isTable = items[start].Table is not null;
            var run = items.Skip(start).TakeWhile(item => item.Table is not null == isTable).ToImmutableArray();
            start += run.Length;
            var blocks = isTable ? TableContinuation.Join(run).Select(table => (Block)table.ToBlock()) : Paragraphs.Of(run, margins);
            foreach (var block in blocks)
                yield return block;
        }
    }

    private static Dictionary<UprightPage, TextMargins> Margins(ImmutableArray<FlowItem> items, ImmutableArray<UprightPage> pages)
    {
        var lines = items.Where(item => item.Line is not null).ToLookup(item => item.Page);
        var bodyEm = MedianEm(lines.SelectMany(group => group));
        // A page with only the end of a paragraph has the margins of the others.
        var usual = TextMargins.Of(lines.SelectMany(group => group), bodyEm) ?? TextMargins.Unknown(bodyEm);
        return pages.ToDictionary(page => page, page => TextMargins.Of(lines[page], bodyEm) ?? usual);
    }

    /// <summary>Font size in the middle of the text, each line counted by its length.</summary>
    private static double MedianEm(IEnumerable<FlowItem> lines)
    {
        var sizes = lines.Select(item => (item.Line!.Em, item.Line.Text.Length)).OrderBy(size => size.Em).ToList();
        var half = sizes.Sum(size => size.Length) / 2;
        foreach (var (em, length) in sizes)
        {
            half -= length;
            if (half <= 0)
                return em;
        }
        return 1;
    }
}
