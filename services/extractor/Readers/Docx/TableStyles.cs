using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>Which conditional formats of a table's style (first row, last column, bands) may apply to a place of the table.</summary>
internal static class TableStyles
{
    /// <summary>The conditions of the styles that may hold at the paragraph. Whether a table asks for them is not looked at: the ways to say so differ.</summary>
    public static IEnumerable<TableStyleProperties> At(Paragraph paragraph, IEnumerable<Style> chain)
    {
        var conditions = chain.SelectMany(style => style.Elements<TableStyleProperties>()).ToList();
        if (conditions.Count == 0 || paragraph.Ancestors<TableCell>().FirstOrDefault() is not { } cell || paragraph.Ancestors<TableRow>().FirstOrDefault() is not { } row)
            return [];
        var (isFirstRow, isLastRow) = (Previous<TableRow>(row) is null, row.NextSibling<TableRow>() is null);
        var (isFirst, isLast) = (Previous<TableCell>(cell) is null, cell.NextSibling<TableCell>() is null);
        return conditions.Where(condition => RunFormat.Attribute(condition, "type") switch
        {
            "firstRow" => isFirstRow,
            "lastRow" => isLastRow,
            "firstCol" => isFirst,
            "lastCol" => isLast,
            "neCell" => isFirstRow && isLast,
            "nwCell" => isFirstRow && isFirst,
            "seCell" => isLastRow && isLast,
            "swCell" => isLastRow && isFirst,
            _ => true,
        });
    }

    private static T? Previous<T>(OpenXmlElement element) where T : OpenXmlElement => element.PreviousSibling<T>();
}
