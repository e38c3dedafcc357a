using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html;

namespace Pipeline.Extractor.Tests.Readers.Html;

public sealed class HtmlSamplesTests
{
    public static TheoryData<string> Names => [.. new[] { "html-spans", "html-nested", "html-pseudo-tables", "html-text", "html-hidden" }.SelectMany(Samples.Names)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Page_gives_the_blocks_that_a_person_sees(string name) =>
        Assert.Equal(Samples.Expected(name), BlockText.Of(await Samples.Read(Samples.Page(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_cell_and_segment_leads_back_to_its_text(string name)
    {
        var page = Samples.Page(name);
        var document = await Samples.Read(page);
        var places = document.Blocks.OfType<GridBlock>().SelectMany(grid => grid.Cells).Select(cell => (cell.Text, cell.Source));
        foreach (var (text, source) in places)
        {
            Assert.Equal(text, HtmlSpot.Text(page, null, Assert.IsType<HtmlLocator>(source)));
        }

        foreach (var text in document.Blocks.OfType<TextBlock>().Where(block => block.Segments.IsEmpty))
        {
            Assert.Contains(text.Text.Replace(" ", "", StringComparison.Ordinal), HtmlSpot.Text(page, null, (HtmlLocator)text.Source)!.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_two_cells_share_a_place(string name)
    {
        foreach (var grid in (await Samples.Read(Samples.Page(name))).Blocks.OfType<GridBlock>())
        {
            var places = grid.Cells.SelectMany(cell => Enumerable.Range(0, cell.RowSpan * cell.ColumnSpan).Select(i => (cell.Row + (i / cell.ColumnSpan), cell.Column + (i % cell.ColumnSpan)))).ToList();
            Assert.Equal(places.Count, places.Distinct().Count());
            Assert.All(places, place => Assert.True(place.Item1 < grid.RowCount && place.Item2 < grid.ColumnCount));
        }
    }
}
