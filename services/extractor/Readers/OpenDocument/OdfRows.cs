using System.Xml.Linq;

namespace Pipeline.Extractor.Readers.OpenDocument;

/// <summary>The rows and columns of a table, within groups and headers too, each as often as it is repeated.</summary>
internal static class OdfRows
{
    /// <returns>Row elements with their number from 0, and whether they are shown. A row that repeats is given once for each up to <paramref name="most"/> in all.</returns>
    public static IEnumerable<(XElement Row, int Number, bool IsShown)> Of(XElement table, int most)
    {
        var number = 0;
        foreach (var row in Within(table, "table-row"))
        {
            var isEmpty = !row.Elements().Any(cell => cell.HasElements || cell.Attribute(OpenNames.Office + "value-type") is not null || cell.Attribute(OpenNames.Table + "number-columns-spanned") is not null);
            var count = OpenNames.Count(row, OpenNames.Table + "number-rows-repeated");
            // Formatting fills a sheet to its end with one empty row that repeats a million times.
            for (var i = 0; i < (isEmpty ? Math.Min(count, 1) : count) && number + i < most; i++)
                yield return (row, number + i, IsShown(row));
            number = (int)Math.Min(most, (long)number + count);
        }
    }

    /// <summary>Numbers of the columns that are hidden, from 0.</summary>
    public static IEnumerable<int> HiddenColumns(XElement table, int most)
    {
        var number = 0;
        foreach (var column in Within(table, "table-column"))
        {
            var end = (int)Math.Min(most, (long)number + OpenNames.Count(column, OpenNames.Table + "number-columns-repeated"));
            for (; number < end; number++)
            {
                if (!IsShown(column))
                    yield return number;
            }
        }
    }

    private static bool IsShown(XElement element) => element.Attribute(OpenNames.Table + "visibility")?.Value is not ("collapse" or "filter");

    private static IEnumerable<XElement> Within(XElement container, string name) => container.Elements().SelectMany(child =>
        child.Name == OpenNames.Table + name ? [child]
        : child.Name.Namespace == OpenNames.Table && child.Name.LocalName is "table-rows" or "table-header-rows" or "table-row-group" or "table-columns" or "table-header-columns" or "table-column-group" ? Within(child, name)
        : []);
}
