using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Tables;

/// <summary>The rows of a table box in the order shown (header group first, footer group last), each with its cells and its group.</summary>
internal static class TableRows
{
    /// <param name="Group">Rows of one group share a number; cells never reach beyond their group.</param>
    internal sealed record TableRow(IReadOnlyList<Box> Cells, int Group);

    public static List<TableRow> Of(Box table)
    {
        var rows = new List<TableRow>();
        var group = 0;
        foreach (var section in InOrderShown(table))
        {
            if (section.Kind is BoxKind.HeaderGroup or BoxKind.RowGroup or BoxKind.FooterGroup)
            {
                group++;
                rows.AddRange(section.Children.Where(HoldsAnything).Select(row => new TableRow(CellsOf(row), group)));
                group++;
            }
            else
            {
                rows.Add(new TableRow(CellsOf(section), group));
            }
        }

        return rows;
    }

    /// <summary>Groups and rows of a table box: its header group first, its footer group last.</summary>
    public static IEnumerable<Box> InOrderShown(Box table)
    {
        var parts = table.Children.Where(part => part.Kind != BoxKind.Caption && HoldsAnything(part)).ToList();
        var head = parts.Find(part => part.Kind == BoxKind.HeaderGroup);
        var foot = parts.Find(part => part.Kind == BoxKind.FooterGroup);
        var body = parts.Where(part => part != head && part != foot);
        return (head is null ? [] : new[] { head }).Concat(body).Concat(foot is null ? [] : [foot]);
    }

    /// <summary>A child that is no row stands in an anonymous row of its own, as does a child that is no cell in an anonymous cell.</summary>
    private static List<Box> CellsOf(Box row) => row.Kind == BoxKind.Row ? row.Children.Where(HoldsAnything).ToList() : [row];

    private static bool HoldsAnything(Box box) => box.IsElement || box.Text.AsSpan().Trim().Length > 0;
}
