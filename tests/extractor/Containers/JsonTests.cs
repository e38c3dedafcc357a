using System.Text;
using System.Text.Json;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Readers;
using Pipeline.Extractor.Viewing;

namespace Pipeline.Extractor.Tests.Containers;

public sealed class JsonTests
{
    private const string Sample = "jcms-check-column-left-out";

    private static readonly string Page = Encoding.UTF8.GetString(SamplePaths.Bytes($"corpus/{Sample}.html"));

    // The article alone: its title, day and body stand in the frame of the page.
    private static readonly string Article = Page[Page.IndexOf("<meta name=\"ContentStart\">", StringComparison.Ordinal)..Page.IndexOf("<meta name=\"ContentEnd\">", StringComparison.Ordinal)];

    public static TheoryData<string, string> Answers => new()
    {
        { "/data/content", Json(new { code = 0, data = new { id = 4701, title = "岚原县人民政府2021年政府信息公开工作年度报告", pubDate = "2022-03-21 10:00:00", hits = 12, content = Article } }) },
        { "/nr", $"callback({Json(new { bt = "岚原县人民政府2021年政府信息公开工作年度报告", fbsj = 1647828000000, nr = Page })})" },
        { "/d/html", Json(new { d = Json(new { infoTitle = "岚原县人民政府2021年政府信息公开工作年度报告", releaseTime = "2022/3/21", html = Article }) }) },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_report_in_a_field_is_read_with_what_stands_beside_it(string field, string answer)
    {
        var bytes = Encoding.UTF8.GetBytes(answer);

        var result = await Reading.Of(bytes);

        var report = Assert.Single(result.Reports);
        Assert.Empty(Reading.Differences(report, Sample));
        Assert.Equal("岚原县人民政府", report.Authority);
        Assert.Equal(2021, report.Year);
        Assert.Equal(new DateOnly(2022, 3, 21), report.Published);
        Assert.Equal("application/json", result.Reading.MediaType);
        var cell = report.Cells.First(cell => cell.Value > 0);
        Assert.Equal(field, Assert.IsType<EntryLocator>(cell.Source).Entry);
        var shown = await DocumentViews.Show(bytes, new DocumentHints(), cell.Source, 1, TestContext.Current.CancellationToken);
        Assert.Contains("id=\"spot\"", shown.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_in_an_element_of_a_feed_is_read_with_what_stands_beside_it()
    {
        var feed = $"<?xml version=\"1.0\"?><rss><channel><title>信息公开年报</title><item><title>岚原县人民政府2021年政府信息公开工作年度报告</title><pubDate>Mon, 21 Mar 2022 10:00:00 +0800</pubDate><description>{System.Net.WebUtility.HtmlEncode(Article)}</description></item></channel></rss>";

        var result = await Reading.Of(Encoding.UTF8.GetBytes(feed));

        var report = Assert.Single(result.Reports);
        Assert.Empty(Reading.Differences(report, Sample));
        Assert.Equal(("岚原县人民政府", 2021, new DateOnly(2022, 3, 21)), (report.Authority, report.Year, report.Published));
        Assert.Equal(MediaTypes.Xml, result.Reading.MediaType);
        Assert.Equal("/rss/channel/item/description", Assert.IsType<EntryLocator>(report.Cells.First(cell => cell.Value > 0).Source).Entry);
    }

    [Fact]
    public async Task Json_without_an_article_is_a_text_and_no_report()
    {
        var result = await Reading.Of(Encoding.UTF8.GetBytes("""{"rows": [{"title": "岚原县2021年政府信息公开工作年度报告", "url": "/a.html"}], "total": 1}"""));

        Assert.Equal(ExtractionOutcome.NotAReport, result.Outcome);
        Assert.Equal("text/plain", result.Reading.MediaType);
    }

    private static string Json(object value) => JsonSerializer.Serialize(value);
}
