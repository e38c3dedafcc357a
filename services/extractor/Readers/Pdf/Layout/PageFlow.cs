using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A page → its lines and tables from top to bottom. A table without rules may go on from the page before and then has its columns.</summary>
internal static class PageFlow
{
    /// <param name="head">Lines above the page that may head a table at its top.</param>
    public static ImmutableArray<FlowItem> Of(UprightPage page, FigureColumns? carried, ImmutableArray<TextLine> head)
    {
        // A page number may stand within the last row of a table, or look like a row of one.
        var numbers = TextLines.Of(page.Words).Where(line => !CharacterClass.IsDigit(line.Text[0]) && RunningLines.IsPageNumber(line, page)).ToList();
        var (ruled, rest) = RuledTables.Find(page with { Words = page.Words.RemoveRange(numbers.SelectMany(line => line.Words)) });
        var (unruled, text) = UnruledTables.Find([.. head, .. CloseColumns.Apart([.. TextLines.Of(WrappedFigures.Joined(rest)).Select(FigureUnits.Joined)])], carried);
        var lines = LabelsInTwoLines.Joined(text.RemoveAll(head.Contains)).Concat(numbers).Select(line => new FlowItem(page, line, null));
        var tables = ruled.Concat(unruled.Select(table => table.From(0))).Select(table => new FlowItem(page, null, table));
        return [.. lines.Concat(tables).OrderBy(item => item.Line is null ? item.Box.Top : item.Box.MiddleY)];
    }
}
