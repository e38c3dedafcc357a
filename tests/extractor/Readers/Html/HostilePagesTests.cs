using System.Globalization;
using System.Text;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers;

namespace Pipeline.Extractor.Tests.Readers.Html;

public sealed class HostilePagesTests
{
    [Theory]
    [InlineData("<div>", 100_000, "failed.malformed")]
    [InlineData("<b>", 100_000, "failed.malformed")]
    [InlineData("<table><tr><td>1</td></tr></table>", 100_000, "failed.too-large")]
    [InlineData("政府信息公开", 2_000_000, "failed.too-large")]
    [InlineData(" ", 100, "failed.empty")]
    public async Task Page_beyond_all_bounds_fails_with_its_reason(string part, int times, string reason)
    {
        var page = new StringBuilder().Insert(0, part, times).ToString();
        var failure = await Assert.ThrowsAsync<UnreadableDocumentException>(() => Samples.Read(page));
        Assert.Equal(reason, failure.Reason);
    }

    [Fact]
    public async Task Formatting_left_open_in_thousands_of_paragraphs_fails_instead_of_filling_the_memory()
    {
        var page = string.Concat(Enumerable.Range(0, 900).Select(i => $"<b class=a{i}>")) + string.Concat(Enumerable.Repeat("<p>x", 100_000));
        await Assert.ThrowsAsync<UnreadableDocumentException>(() => Samples.Read(page));
    }

    [Fact]
    public async Task Span_of_a_million_columns_is_read_as_the_columns_that_exist()
    {
        var document = await Samples.Read("<table><tr><td colspan=1000000 rowspan=0>题</td></tr></table><table><tr><td colspan=1000000>题<tr><td>规章<td>1</table>");
        var grid = Assert.Single(document.Blocks.OfType<GridBlock>());
        Assert.Equal((2, 2), (grid.RowCount, grid.ColumnCount));
    }

    [Theory]
    [InlineData("rules that are tried on every element", 4_000, ":not(.a{0}) > :nth-child(n)", 4_000)]
    [InlineData("more rules than are kept", 21_000, ".a{0}", 10)]
    public async Task Style_sheet_beyond_all_bounds_is_a_doubt_on_the_page(string trouble, int rules, string selector, int rows)
    {
        var sheet = string.Concat(Enumerable.Range(0, rules).Select(i => string.Format(CultureInfo.InvariantCulture, selector, i) + "{color:#000}"));
        var document = await Samples.Read($"<style>{sheet}</style><table>{string.Concat(Enumerable.Repeat("<tr><td>规章<td>1", rows))}</table>");

        Assert.True(document.Issues.Any(issue => issue.Code == AppearanceReasons.Styles), trouble);
    }

    [Fact]
    public async Task Page_nested_as_deep_as_browsers_go_is_read()
    {
        var document = await Samples.Read(new StringBuilder().Insert(0, "<div>", 400).Append("<table><tr><td>规章<td>1").ToString());
        Assert.Equal("1", document.Blocks.OfType<GridBlock>().Single().Cells[1].Text);
    }

    [Theory]
    [InlineData("<!-- <table><tr><td>1<td>2</table>")]
    [InlineData("<table><tr><td>1<td")]
    [InlineData("<table><caption>题<table><tr><td>1</table></caption></table>")]
    [InlineData("<frameset><frame src=a></frameset>")]
    [InlineData("\0\0<p>\uFFFD&#0;&#x110000;&notanentity;")]
    [InlineData("<style>{{{}}}:::(([[ , {display:none} @media { .a{display:grid;grid-template-columns:repeat(99999999,1fr)}</style><div class=a><b>1</b></div>")]
    [InlineData("<p style='display:grid;grid-column:span 99999999999;left:1e999px;flex:-1'>1</p>")]
    [InlineData("<svg><table><tr><td>1</svg><math><mi><table><tr><td>2")]
    public async Task Broken_page_is_read_or_refused_but_throws_nothing_else(string page)
    {
        var failure = await Record.ExceptionAsync(() => Samples.Read(page));
        Assert.True(failure is null or UnreadableDocumentException, failure?.ToString());
    }

    [Fact]
    public async Task Cut_and_relabelled_samples_are_read_without_overlapping_cells()
    {
        foreach (var name in HtmlSamplesTests.Names.Select(row => row.Data))
        {
            var page = Encoding.UTF8.GetString(Samples.Page(name));
            string[] mutants =
            [
                .. Enumerable.Range(1, 9).Select(tenth => page[..(page.Length * tenth / 10)]),
                page.Replace("<td", "<div", StringComparison.Ordinal),
                page.Replace("span=", "span=9", StringComparison.Ordinal),
                page.Replace("</", "<", StringComparison.Ordinal),
            ];
            foreach (var mutant in mutants)
            {
                var document = await Samples.Read(mutant);
                Assert.All(document.Blocks.OfType<GridBlock>(), NoOverlap);
            }
        }
    }

    private static void NoOverlap(GridBlock grid)
    {
        var places = grid.Cells.SelectMany(cell => Enumerable.Range(0, cell.RowSpan * cell.ColumnSpan).Select(i => (cell.Row + (i / cell.ColumnSpan), cell.Column + (i % cell.ColumnSpan)))).ToList();
        Assert.Equal(places.Count, places.Distinct().Count());
    }
}
