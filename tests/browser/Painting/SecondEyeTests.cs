using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Seen;

namespace Pipeline.Browser.Tests.Painting;

/// <summary>Pages whose markup leaves in doubt what a person sees: where the painted page says the same the doubt is gone, where it says something else both are named.</summary>
public sealed partial class SecondEyeTests(Eye eye) : IClassFixture<Eye>
{
    [Theory]
    [InlineData("", "", "<span style=\"direction:rtl;unicode-bidi:bidi-override\"><b>2</b><b>1</b></span>")]
    [InlineData("", "", "<span style=\"position:relative;left:2px\">12</span>")]
    [InlineData("", "", "<b style=\"clip-path:inset(0)\">12</b>")]
    // Wider than its value.
    [InlineData("", "", "<b style=\"position:relative;left:2px\"><input value=12></b>")]
    public async Task A_doubt_that_the_painted_page_answers_is_gone_and_the_record_accepted(string head, string attributes, string cell)
    {
        var report = await Report(cell, head, attributes);

        Assert.Equal(12, SeenReport.Value(report));
        Assert.Equal(ReviewStatus.Accepted, report.Status);
    }

    [Theory]
    // Written by a script.
    [InlineData("<script>onload=()=>document.getElementById('n').innerHTML=12</script>", " id=n", "9")]
    // Covered by a box of the ground's colour.
    [InlineData("", "", "<b style=\"position:relative\">912<i style=\"position:absolute;left:-1px;top:0;height:1.2em;width:1.1ch;background:#fff\"></i></b>")]
    public async Task A_difference_names_both_values_and_waits_for_a_person(string head, string attributes, string cell)
    {
        var report = await Report(cell, head, attributes);

        Assert.Equal(ReviewStatus.Review, report.Status);
        Assert.Contains("12 as painted", Assert.Single(report.Issues, issue => issue.Code == IssueReasons.ReadersDiffer).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_that_the_pages_own_script_draws_are_read_as_painted_with_places_in_the_markup()
    {
        var result = await eye.Read(Drawn());

        Assert.Contains("painted by Chromium", result.Reading.Reader, StringComparison.Ordinal);
        var report = Assert.Single(result.Reports);
        Assert.Equal(12, SeenReport.Value(report));
        Assert.All(report.Cells, cell => Assert.Matches(@"^html>body>main.*>div:nth-child\(\d+\)$", Assert.IsType<HtmlLocator>(cell.Source).Path));
    }

    [Fact]
    public async Task A_page_whose_tables_are_plain_is_not_painted() =>
        Assert.DoesNotContain("Chromium", (await eye.Read(SeenReport.Page("12"))).Reading.Reader, StringComparison.Ordinal);

    private async Task<AnnualReport> Report(string cell, string head, string attributes)
    {
        var result = await eye.Read(SeenReport.Page(cell, head, attributes));
        Assert.Contains("Chromium", result.Reading.Reader, StringComparison.Ordinal);
        return Assert.Single(result.Reports);
    }

    /// <summary>The clean page with its tables as data in a script that draws them.</summary>
    private static byte[] Drawn()
    {
        var page = Encoding.UTF8.GetString(SeenReport.Page("12"));
        var tables = Tables().Matches(page).Select(table => table.Value).ToList();
        var number = 0;
        var empty = Tables().Replace(page, _ => $"<div class=\"t\" data-i=\"{number++}\"></div>");
        return Encoding.UTF8.GetBytes(empty.Replace("</body>", $"<script>var tables = {JsonSerializer.Serialize(tables)}; document.querySelectorAll('.t').forEach(e => e.innerHTML = tables[e.dataset.i])</script></body>", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Tables();
}
