using System.Text;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Seen;

namespace Pipeline.Extractor.Tests.Scoring;

/// <summary>Numbers of a table without sums that stand beside the place which their labels give them, and rows whose name the form does not have.</summary>
public sealed class PlaceDoubtsTests
{
    private const string Licences = "<th>行政许可</th><td colspan=\"3\">12</td></tr>";

    [Theory]
    [InlineData(Licences, "<th>行政许可 12</th><td colspan=\"3\"></td></tr>")]
    [InlineData(Licences, "<th>行政许可</th><td colspan=\"3\"></td></tr><tr><td></td><td colspan=\"3\">12</td></tr>")]
    [InlineData("<th>规章</th><td>0</td><td>0</td><td>0</td></tr>", "<th>规章</th><td></td><td>3</td><td>1</td><td>7</td></tr>")]
    public async Task A_number_beside_its_empty_place_keeps_the_record_for_review(string plain, string displaced)
    {
        var report = await Read(plain, displaced);

        Assert.Contains(report.Issues, issue => issue.Code == "report.figure-displaced");
        Assert.Equal(ReviewStatus.Review, report.Status);
    }

    [Fact]
    public async Task Where_a_row_of_the_form_is_absent_a_strange_one_may_be_it()
    {
        var report = await Read("<th>行政许可</th>", "<th>行政确认</th>");

        Assert.Contains("absence:doubtful", report.Cells.Single(cell => cell.Cell.ToString() == "disclosure.licensing.decisions").Evidence);
        Assert.Equal(ReviewStatus.Review, report.Status);
    }

    [Theory]
    [InlineData(Licences, Licences)]
    [InlineData(Licences, Licences + "<tr><th>其中：网上办理</th><td colspan=\"3\">9</td></tr>")]
    [InlineData(Licences, "<th>行政许可</th><td colspan=\"3\"></td></tr>")]
    public async Task Empty_places_and_rows_beside_those_of_the_form_are_no_doubt(string plain, string other) => Assert.Equal(ReviewStatus.Accepted, (await Read(plain, other)).Status);

    private static async Task<AnnualReport> Read(string plain, string changed)
    {
        var page = Encoding.UTF8.GetString(SeenReport.Page("12", ""));
        Assert.Contains(plain, page, StringComparison.Ordinal);
        return await SeenReport.Read(Encoding.UTF8.GetBytes(page.Replace(plain, changed, StringComparison.Ordinal)), "text/html");
    }
}
