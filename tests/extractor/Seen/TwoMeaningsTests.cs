using System.Text;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Tests.Seen;

/// <summary>What is plain to read and means one of two things is left to a person: a clean page, written otherwise in one place.</summary>
public sealed class TwoMeaningsTests
{
    [Theory]
    // Typed for a dash, a mark, a change, two thousand, two numbers.
    [InlineData("12", "一")]
    [InlineData("12", "○")]
    [InlineData("12", "+12")]
    [InlineData("12", "2.000")]
    [InlineData("12", "23 107")]
    // A row with fewer figures than its header has names, a figure across two of them, one label twice.
    [InlineData("<th>规章</th><td>0</td><td>0</td><td>0</td>", "<th>规章</th><td>3</td><td>8</td>")]
    [InlineData("<th>规章</th><td>0</td><td>0</td><td>0</td>", "<th>规章</th><td colspan=2>3</td><td>8</td>")]
    [InlineData("<th>行政强制</th>", "<th>行政处罚</th>")]
    // Another unit, another time.
    [InlineData("<th colspan=\"3\">处理决定数量</th>", "<th colspan=\"3\">处理决定数量（百件）</th>")]
    [InlineData("<table><tbody>", "<p>单位：千件</p><table><tbody>")]
    [InlineData("<th colspan=\"3\">处理决定数量</th>", "<th colspan=\"3\">历年处理决定数量</th>")]
    [InlineData("二、主动公开政府信息情况</h2>", "二、主动公开政府信息情况（上半年）</h2>")]
    public async Task A_person_is_asked(string written, string otherwise)
    {
        var page = Encoding.UTF8.GetString(SeenReport.Page("12"));
        Assert.Equal(ReviewStatus.Accepted, (await SeenReport.Read(Encoding.UTF8.GetBytes(page), "text/html")).Status);
        var cell = written == "12" ? "<td colspan=\"3\">12</td>" : written;
        var at = page.IndexOf(cell, StringComparison.Ordinal);
        Assert.InRange(at, 0, page.Length);

        var report = await SeenReport.Read(Encoding.UTF8.GetBytes(string.Concat(page.AsSpan(0, at), cell.Replace(written, otherwise, StringComparison.Ordinal), page.AsSpan(at + cell.Length))), "text/html");

        Assert.Equal(ReviewStatus.Review, report.Status);
    }
}
