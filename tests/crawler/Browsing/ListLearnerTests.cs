using System.Text;
using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Tests.Browsing;

public sealed class ListLearnerTests
{
    private static readonly Uri Page = new("http://www.x.gov.cn/zwgk/nb.html");

    private static readonly BrowserRequest First = new(new Uri(Page, "/api/list"), "POST", """{"lm":"nb","yeshu":1,"size":2}""", "X-App-Token: 90ab");

    private static readonly BrowserRequest Second = First with { Body = """{"lm":"nb","yeshu":2,"size":2}""" };

    [Fact]
    public void The_request_whose_answer_holds_the_rows_becomes_the_recipe_with_its_headers_template_and_counter()
    {
        var visitors = new BrowserRequest(new Uri(Page, "/counter"), "GET", null, null);

        var learned = ListLearner.Learn([], Shown(2021, 2022, 2023, 2024), [Answered(visitors, """{"count":7}"""), Answered(First, Rows(2021, 2022)), Answered(Second, Rows(2023, 2024))]);

        Assert.NotNull(learned.Recipe);
        Assert.Equal((First.Url, First.Body, First.Headers, "yeshu"), (learned.Recipe.Url, learned.Recipe.Form, learned.Recipe.Headers, learned.Recipe.Counter));
        Assert.Equal("http://www.x.gov.cn/xx/{xxid}.html", RowTemplate.Shown(learned.Recipe.Rows!));
        Assert.Equal(4, learned.Rows.Count);
        Assert.True(learned.IsWhole);
    }

    [Fact]
    public void A_list_that_goes_on_is_not_whole_while_nothing_counts_its_parts()
    {
        Assert.False(ListLearner.Learn([], Shown(2021, 2022) with { GoesOn = true }, [Answered(First, Rows(2021, 2022))]).IsWhole);
    }

    [Fact]
    public void Two_rows_that_were_opened_teach_the_addresses_of_all()
    {
        var opened = new BrowsedPage([new(Page, "<ul><li>无</li></ul>")], [Opened(2021), Opened(2022)], null);

        var learned = ListLearner.Learn([], opened, [Answered(First, Rows(2021, 2022, 2023))]);

        Assert.Equal("http://www.x.gov.cn/xx/{xxid}.html", RowTemplate.Shown(learned.Recipe!.Rows!));
    }

    [Theory]
    [InlineData("/api/list?page=1&sign=68f43904", null, null)]
    [InlineData("/api/list", """{"page":1,"signature":"68f43904"}""", null)]
    [InlineData("/api/list?page=1", null, "X-Sign: 68f43904")]
    public void A_signed_request_is_no_recipe(string address, string? body, string? headers)
    {
        var learned = ListLearner.Learn([], Shown(2021, 2022), [Answered(new(new Uri(Page, address), body is null ? "GET" : "POST", body, headers), Rows(2021, 2022))]);

        Assert.Null(learned.Recipe);
        Assert.False(learned.IsWhole);
        Assert.Equal(2, learned.Rows.Count);
    }

    [Fact]
    public void An_article_that_a_click_asks_for_is_the_address_of_its_row()
    {
        var opened = new BrowsedPage([new(Page, "<ul><li>无</li></ul>")], [new(Title(2021), new Uri(Page, "#/detail/1")), new(Title(2022), new Uri(Page, "#/detail/2"))], null);

        var learned = ListLearner.Learn([], opened, [Answered(First, Rows(2021, 2022, 2023)), Article(2021), Article(2022)]);

        Assert.Equal("http://www.x.gov.cn/api/article/{xxid}", RowTemplate.Shown(learned.Recipe!.Rows!));
        Assert.All(learned.Rows, row => Assert.StartsWith("/api/article/", row.Url.AbsolutePath, StringComparison.Ordinal));
    }

    [Fact]
    public void A_template_that_fits_one_row_and_not_another_is_none()
    {
        var opened = new BrowsedPage([], [Opened(2021), new(Title(2022), new Uri(Page, "/elsewhere.html"))], null);

        Assert.Null(ListLearner.Learn([], opened, [Answered(First, Rows(2021, 2022))]).Recipe);
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("{\"broken\": [")]
    [InlineData("")]
    public void Answers_that_cannot_be_read_leave_the_rows_as_they_were_shown(string answer)
    {
        var learned = ListLearner.Learn([], Shown(2021, 2022), [Answered(First, answer)]);

        Assert.Null(learned.Recipe);
        Assert.Equal(2, learned.Rows.Count);
    }

    private static BrowserExchange Answered(BrowserRequest request, string json) =>
        new(request, new(request.Url, 200, [new("Content-Type", "application/json; charset=utf-8")], Encoding.UTF8.GetBytes(json)));

    private static BrowserExchange Article(int year) => Answered(
        new(new Uri(Page, $"/api/article/{Id(year)}"), "GET", null, null),
        $"{{\"title\":\"{Title(year)}\",\"content\":\"{string.Concat(Enumerable.Repeat("<p>一、总体情况</p><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p><p>六、其他需要报告的事项</p>", 10))}\"}}");

    private static BrowsedPage Shown(params int[] years) =>
        new([new(Page, $"<html><body>{string.Concat(years.Select(year => $"<li><a href='/xx/{Id(year)}.html'>{Title(year)}</a></li>"))}</body></html>")], [], null);

    private static OpenedRow Opened(int year) => new(Title(year), new Uri(Page, $"/xx/{Id(year)}.html"));

    private static string Rows(params int[] years) => $"{{\"sj\":[{string.Join(',', years.Select(year => $"{{\"xxid\":{Id(year)},\"bt\":\"{Title(year)}\",\"zt\":1}}"))}]}}";

    private static int Id(int year) => 90000 + year;

    private static string Title(int year) => $"青溪县{year}年政府信息公开工作年度报告";
}
