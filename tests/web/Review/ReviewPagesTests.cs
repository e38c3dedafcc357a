using System.Net;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Reviews;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Review;

public sealed class ReviewPagesTests
{
    private const string Cell = "applications.new.total";

    [Fact]
    public async Task The_queue_begins_with_the_record_that_is_least_sure()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", Doubtful(2021, 0.7));
        await server.Store("https://a.gov.cn/2.html", Doubtful(2022, 0.2));
        await server.Store("https://a.gov.cn/3.html", SampleReport.Of(year: 2023));

        var page = await server.Client.GetStringAsync("/review");

        Assert.Contains("<strong>2</strong> wait", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("/review/2\"", StringComparison.Ordinal) < page.IndexOf("/review/1\"", StringComparison.Ordinal));
        Assert.DoesNotContain("/review/3\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_begins_with_the_first_doubtful_cell_beside_its_source_with_the_sums_through_it()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", Doubtful(2021, 0.2));

        var page = await server.Client.GetStringAsync("/review/1");

        Assert.Contains("一、本年新收政府信息公开申请数量 › 总计", page, StringComparison.Ordinal);
        Assert.Contains("<iframe class=\"snapshot\" sandbox", page, StringComparison.Ordinal);
        Assert.Contains("/view?spot=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/close?spot=", page, StringComparison.Ordinal);
        Assert.Contains("<strong>12</strong> ≠ <strong>11</strong>", page, StringComparison.Ordinal);
        Assert.Contains("1 of 1 doubtful cells open", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_was_read_from_a_picture_stands_beside_the_part_that_was_read()
    {
        await using var server = await TestServer.Run();
        var report = Doubtful(2021, 0.2);
        await server.Store("https://a.gov.cn/1.pdf", report with { Cells = [.. report.Cells.Select(cell => cell with { Source = new OcrLocator(2, 120, 30, 180, 55, 0.97) })] });

        var close = Regex.Match(await server.Client.GetStringAsync("/review/1"), "<iframe class=\"snapshot close\" sandbox src=\"([^\"]+)\"").Groups[1].Value;

        var answer = await server.Client.GetAsync(WebUtility.HtmlDecode(close));
        Assert.Equal("<p>close 120</p>", await answer.Content.ReadAsStringAsync());
        Assert.StartsWith("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(close[..close.IndexOf('?', StringComparison.Ordinal)])).StatusCode);
    }

    [Fact]
    public async Task The_reasons_of_a_cell_are_its_weights_the_readings_that_lost_and_what_has_changed_since()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", Doubtful(2021, 0.2));

        var page = await server.Client.GetStringAsync($"/review/1/{Cell}/reasons");

        Assert.Contains("every reading begins with", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"against\">−5.50</span>", page, StringComparison.Ordinal);
        Assert.Contains("“71” by the order of the form's rows", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Today's extractor (version 2) reads 21", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains($"data-from=\"/review/1/{Cell}/reasons\"", await server.Client.GetStringAsync("/review/1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync("/review/1/applications.none.total/reasons")).StatusCode);
    }

    [Theory]
    [InlineData("１，２３４", 1234.0)]
    [InlineData(" 12.5 ", 12.5)]
    [InlineData("-", null)]
    [InlineData("", null)]
    public async Task A_correction_is_taken_as_people_type_numbers(string typed, double? expected)
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", Doubtful(2021, 0.2));
        using var browser = Browser(server);

        var answer = await Forms.Post(browser, "/review/1", $"/review/1/{Cell}", ("verdict", "corrected"), ("value", typed), ("reason", "看原文"), ("expected", "0"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var review = Assert.Single(await server.Get<CellReviews>().Of(1, default));
        Assert.Equal((ReviewVerdict.Corrected, (decimal?)expected), (review.Verdict, review.Value));
    }

    [Theory]
    [InlineData("corrected", "many", "why", "WrongValue")]
    [InlineData("corrected", "12", "", "NeedsReason")]
    [InlineData("publisher_mistake", "", "", "NeedsReason")]
    public async Task What_cannot_be_taken_is_told_on_the_same_cell(string verdict, string value, string reason, string notice)
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", Doubtful(2021, 0.2));
        using var browser = Browser(server);

        var answer = await Forms.Post(browser, "/review/1", $"/review/1/{Cell}", ("verdict", verdict), ("value", value), ("reason", reason), ("expected", "0"));

        Assert.Equal($"/review/1?cell={Cell}&notice={notice}&typed={value}&why={reason}", answer.Headers.Location!.ToString());
        Assert.Contains($"value=\"{value}\"", await browser.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
        Assert.Empty(await server.Get<CellReviews>().Of(1, default));
    }

    [Fact]
    public async Task A_finished_record_leaves_the_queue_until_other_bytes_give_it()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", Doubtful(2021, 0.2));
        using var browser = Browser(server);

        await Forms.Post(browser, "/review/1", "/review/1", ("sure", "yes"));
        Assert.Equal(0, await server.Get<ReviewQueue>().Count(default));
        await server.Store("https://a.gov.cn/1.html", Doubtful(2021, 0.2), extractor: "2.0");
        Assert.Equal(0, await server.Get<ReviewQueue>().Count(default));
        await server.Store("https://a.gov.cn/1.html", Doubtful(2021, 0.3, 77), content: "second");
        Assert.Equal(1, await server.Get<ReviewQueue>().Count(default));
    }

    [Fact]
    public async Task Finishing_with_open_cells_asks_first_and_names_them()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", Doubtful(2021, 0.2));
        using var browser = Browser(server);

        var asked = await (await Forms.Post(browser, "/review/1", "/review/1")).Content.ReadAsStringAsync();

        Assert.Contains("1 of 1 doubtful cells are still open. Finish all the same?", asked, StringComparison.Ordinal);
        Assert.Contains($"/review/1?cell={Cell}", asked, StringComparison.Ordinal);
        Assert.Equal(1, await server.Get<ReviewQueue>().Count(default));
    }

    [Fact]
    public async Task A_finished_record_is_reviewed_everywhere_and_can_be_put_back()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", Doubtful(2021, 0.2));
        using var browser = Browser(server);
        await Forms.Post(browser, "/review/1", $"/review/1/{Cell}", ("verdict", "corrected"), ("value", "21"), ("reason", "看原文"), ("expected", "0"));
        await Forms.Post(browser, "/review/1", "/review/1", ("sure", "yes"));

        var record = await server.Client.Json("/api/v1/records/1");
        Assert.Equal(("reviewed", 21), (record.GetProperty("status").GetString(), record.GetProperty("best_values").GetProperty(Cell).GetInt32()));
        Assert.Equal("review", record.GetProperty("report").GetProperty("status").GetString());
        Assert.Equal(21, (await server.Client.Json($"/api/v1/records/1/cells/{Cell}")).GetProperty("best_value").GetInt32());
        foreach (var status in (string[])["accepted", "reviewed"])
            Assert.Single((await server.Client.Json($"/api/v1/records?status={status}")).GetProperty("items").EnumerateArray());
        Assert.Contains(">reviewed<", await browser.GetStringAsync(await server.PageOf(1)), StringComparison.Ordinal);

        var back = await Forms.Post(browser, "/review?finished=1", "/review/1/put-back");

        Assert.EndsWith("notice=BackInQueue", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await server.Get<ReviewQueue>().Count(default));
        Assert.Equal("review", (await server.Client.Json("/api/v1/records/1")).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("Row", 2)]
    [InlineData("Table", 3)]
    [InlineData("Rest", 4)]
    public async Task A_row_a_table_or_the_rest_is_confirmed_in_one_step_and_taken_back_in_one(string scope, int expected)
    {
        await using var server = await TestServer.Run();
        var report = Doubtful(2021, 0.2);
        string[] shaken = ["applications.new.other", "applications.carried_over.total", "disclosure.fees.amount_10k_cny"];
        await server.Store("https://a.gov.cn/1.html", report with { Cells = [.. report.Cells.Select(cell => shaken.Contains(cell.Cell.ToString()) ? cell with { Confidence = 0.5 } : cell)] });
        using var browser = Browser(server);

        await Forms.Post(browser, "/review/1", "/review/1/confirm", ("cell", Cell), ("scope", scope));
        Assert.Equal(expected, (await server.Get<CellReviews>().Of(1, default)).Count(review => review.Verdict == ReviewVerdict.Confirmed));

        await Forms.Post(browser, "/review/1", "/review/1/undo");
        Assert.DoesNotContain(await server.Get<CellReviews>().Of(1, default), review => review.Verdict != ReviewVerdict.Reopened);
    }

    [Fact]
    public async Task A_broken_sum_without_a_doubtful_cell_is_one_question()
    {
        await using var server = await TestServer.Run();
        var report = SampleReport.Of(year: 2021);
        var cells = report.Cells.Take(9).Select(cell => cell.Cell).ToList();
        await server.Store("https://a.gov.cn/1.html", report with { Status = ReviewStatus.Review, Violations = [new Violation("row_total:new", 12, 11, cells, ViolationCause.Unclear)] });

        var page = await server.Client.GetStringAsync("/review/1");

        Assert.Contains("1 of 1 doubtful cells open", page, StringComparison.Ordinal);
        Assert.Contains("It waits because</strong> 1 sum does not add up", page, StringComparison.Ordinal);
        Assert.Contains("1 sum does not add up", await server.Client.GetStringAsync("/review"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_about_other_bytes_does_not_count_for_these()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", Doubtful(2021, 0.2));
        using var browser = Browser(server);
        await Forms.Post(browser, "/review/1", $"/review/1/{Cell}", ("verdict", "confirmed"), ("expected", "0"));
        Assert.Contains("0 of 1 doubtful cells open", await browser.GetStringAsync("/review/1"), StringComparison.Ordinal);

        await server.Store("https://a.gov.cn/1.html", Doubtful(2021, 0.2, 77), content: "second");

        Assert.Contains("1 of 1 doubtful cells open", await browser.GetStringAsync("/review/1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN 1")]
    [InlineData("Infinity 1")]
    public async Task A_place_in_the_queue_that_is_no_number_is_refused(string place)
    {
        await using var server = await TestServer.Run();

        var answer = await server.Client.GetAsync($"/review?cursor={System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes($"review\n{place}"))}");

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static AnnualReport Doubtful(int year, double confidence, decimal value = 12)
    {
        var report = SampleReport.Of(year: year, changes: (Cell, value));
        return report with { Status = ReviewStatus.Review, Confidence = confidence, Cells = [.. report.Cells.Select(cell => cell.Cell.ToString() == Cell ? cell with { Confidence = 0.5 } : cell)] };
    }

    private static HttpClient Browser(TestServer server) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
}
