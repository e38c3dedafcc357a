using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Viewing;

/// <summary>A document as its reader understood it: paragraphs and tables.</summary>
internal static class DocumentView
{
    public static string Of(SourceDocument document, Locator? spot)
    {
        var page = new InertHtml();
        foreach (var block in document.Blocks)
        {
            if (block is GridBlock grid)
                Table(page, grid, spot);
            else if (block is TextBlock text)
                Paragraph(page, text, spot);
        }

        return page.ToString();
    }

    private static void Paragraph(InertHtml page, TextBlock text, Locator? spot)
    {
        var name = text.HeadingLevel is null ? "p" : "h3";
        page.Open(name, isSpot: spot is not null && text.Source == spot);
        var marked = text.Segments.FirstOrDefault(segment => segment.Source == spot);
        if (marked is null || spot is null || text.Source == spot)
            page.Text(text.Text);
        else
            foreach (var segment in text.Segments)
                page.Open("span", isSpot: ReferenceEquals(segment, marked)).Text(segment.Text).Close("span").Text("  ");
        page.Close(name);
    }

    private static void Table(InertHtml page, GridBlock grid, Locator? spot)
    {
        var marked = spot is null ? null : grid.Cells.FirstOrDefault(cell => cell.Source == spot);
        page.Open("table");
        foreach (var row in grid.Cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key))
        {
            page.Open("tr");
            foreach (var cell in row.OrderBy(cell => cell.Column))
                page.Open("td", ReferenceEquals(cell, marked), cell.RowSpan, cell.ColumnSpan).Text(cell.Text).Close("td");
            page.Close("tr");
        }

        page.Close("table");
    }
}
