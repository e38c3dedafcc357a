using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A page → its lines and tables from top to bottom.</summary>
internal static class PageFlow
{
    public static ImmutableArray<FlowItem> Of(UprightPage page)
    {
        var (ruled, rest) = RuledTables.Find(page);
        var (unruled, text) = UnruledTables.Find(TextLines.Of(rest));
        var lines = text.Select(line => new FlowItem(page, line, null));
        var tables = ruled.Concat(unruled).Select(table => new FlowItem(page, null, table));
        return [.. lines.Concat(tables).OrderBy(item => item.Line is null ? item.Box.Top : item.Box.MiddleY)];
    }
}
