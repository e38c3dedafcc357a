using System.Net;
using System.Net.Http.Json;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Findings;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Explore;

public sealed class ExplorePagesTests
{
    [Fact]
    public async Task The_list_shows_the_filters_records_and_leads_to_each()
    {
        await using var server = await WithTwoYears();

        var page = await server.Client.GetStringAsync("/explore?year=2022&authority=民政");

        Assert.Contains("""<a href="/explore/2">清河县民政局</a>""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("""href="/explore/1">""", page, StringComparison.Ordinal);
        Assert.Contains("<strong>1</strong> record", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_a_record_stays_in_a_database_where_its_number_is_another()
    {
        await using TestServer first = await TestServer.Run(), anew = await TestServer.Run();
        await first.Store("https://a.gov.cn/1.html", SampleReport.Of(year: 2021));
        await first.Store("https://a.gov.cn/2.html", SampleReport.Of(year: 2022));
        await anew.Store("https://a.gov.cn/2.html", SampleReport.Of(year: 2022));
        await anew.Store("https://a.gov.cn/1.html", SampleReport.Of(year: 2021));

        var led = await first.Client.GetAsync("/explore/2");
        var cited = await first.Client.GetAsync("/explore/2/applications.new.total");

        Assert.Equal((HttpStatusCode.Redirect, await first.PageOf(2)), (led.StatusCode, led.Headers.Location!.OriginalString));
        Assert.Equal(await anew.PageOf(1), await first.PageOf(2));
        Assert.Contains("清河县民政局 <span class=\"soft\">2022</span>", await anew.Client.GetStringAsync(led.Headers.Location), StringComparison.Ordinal);
        Assert.Contains("Cite this number", await anew.Client.GetStringAsync(cited.Headers.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_shows_every_cell_of_its_form_its_history_and_its_other_years()
    {
        await using var server = await WithTwoYears();
        await server.Store("https://a.gov.cn/2.html", SampleReport.Of(year: 2022, changes: ("applications.new.total", 7777)), extractor: "2.0");

        var page = await server.Client.GetStringAsync(await server.PageOf(2));

        Assert.Equal(200, page.Split("<td class=\"number cell ").Length - 1);
        Assert.Contains("7,777", page, StringComparison.Ordinal);
        Assert.Contains("<ins>7,777</ins>", page, StringComparison.Ordinal);
        Assert.Contains("Over the years", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_is_shown_as_blank_and_never_as_zero()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of(changes: ("applications.new.total", null)));

        var page = await server.Client.GetStringAsync(await server.PageOf(1));

        Assert.Matches("""title="Applications, New this year, Total: printed[^"]*"[^>]*>—</td>""", page);
    }

    [Fact]
    public async Task A_broken_sum_is_shown_with_both_sides()
    {
        await using var server = await TestServer.Run();
        var violation = new Violation("row_total:granted", 12, 11, [new("applications.granted.total")], ViolationCause.Publisher);
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of() with { Violations = [violation] });

        var page = await server.Client.GetStringAsync(await server.PageOf(1));

        Assert.Contains("<strong>12</strong> ≠ <strong>11</strong>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_add_up_the_years_with_corrections_counted()
    {
        await using var server = await WithTwoYears();
        await server.Client.PutAsJsonAsync("/api/v1/records/1/cells/applications.new.total/review", new { verdict = "corrected", value = 1500, reason = "印刷为1500", expected = 0 });

        var page = await Figures(server, "cell=applications.new.total");

        Assert.Contains("<th scope=\"row\">2021</th><td class=\"number\">1,500</td><td class=\"number\">1,500</td><td class=\"number\">1</td><td class=\"number\">1</td>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">2022</th><td class=\"number\">20</td>", page, StringComparison.Ordinal);
        var years = (await server.Client.Json("/api/v1/figures?cell=applications.new.total")).GetProperty("items").EnumerateArray();
        Assert.Equal([1500, 20], years.Select(year => year.GetProperty("sum").GetDecimal()));
    }

    [Fact]
    public async Task Figures_of_few_bodies_are_lines_and_what_waits_for_a_person_counts_only_when_asked_for()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://b.gov.cn/1.html", SampleReport.Of("清河县教育局", 2022, changes: ("applications.new.total", 7)));
        await server.Store("https://b.gov.cn/2.html", SampleReport.Of("清河县财政局", 2022, changes: ("applications.new.total", 9)));
        await server.Store("https://b.gov.cn/3.html", SampleReport.Of("清河县民政局", 2022, changes: ("applications.new.total", 1000)) with { Status = ReviewStatus.Review });
        await server.Get<Comparison>().Run(always: false, default);

        var sure = await Figures(server, "cell=applications.new.total");
        var all = await Figures(server, "cell=applications.new.total&status=");

        Assert.Contains("<th scope=\"row\">2022</th><td class=\"number\">16</td><td class=\"number\">8</td>", sure, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">2022</th><td class=\"number\">1,016</td><td class=\"number\">9</td>", all, StringComparison.Ordinal);
        Assert.Contains("<title>清河县财政局 2022: 9</title>", sure, StringComparison.Ordinal);
        Assert.DoesNotContain("清河县民政局", sure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_leads_from_the_country_to_the_missing_year_of_a_body()
    {
        await using var server = await WithTwoYears();
        await server.Store("https://b.gov.cn/3.html", SampleReport.Of("清河县教育局", 2022));

        var country = await server.Client.GetStringAsync("/explore/coverage");
        var county = await server.Client.GetStringAsync("/explore/coverage?region=130534");

        Assert.Contains("""<a href="/explore?region=13&amp;year=2022">2</a>""", country, StringComparison.Ordinal);
        Assert.Contains("清河县教育局", county, StringComparison.Ordinal);
        Assert.Contains("missing", county, StringComparison.Ordinal);
        var bodies = (await server.Client.Json("/api/v1/coverage?region=130534")).GetProperty("bodies").EnumerateArray();
        Assert.Equal(3, bodies.Single(body => body.GetProperty("body").GetString() == "清河县教育局").GetProperty("records").GetProperty("2022").GetProperty("record_id").GetInt64());
    }

    [Theory]
    [InlineData("format=csv", "text/csv", 401)]
    [InlineData("format=csv&shape=records", "text/csv", 3)]
    [InlineData("format=jsonl", "application/x-ndjson", 2)]
    [InlineData("format=jsonl&year=2021", "application/x-ndjson", 1)]
    public async Task A_download_holds_what_is_filtered(string query, string type, int lines)
    {
        await using var server = await WithTwoYears();

        var answer = await server.Client.GetAsync($"/explore/download?{query}");

        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(lines, (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("/explore/figures/sums.svg?cell=applications.new.total", "<title>2021: ")]
    [InlineData("/explore/figures/bodies.svg?cell=applications.new.total", "<title>清河县民政局 2021: ")]
    [InlineData("/record/years.svg?key=a.gov.cn%20清河县民政局%202021&cell=applications.new.total", "<title>2022: ")]
    [InlineData("/bodies/1/applications.new.total.svg", "<title>2022: ")]
    public async Task Each_plot_is_a_picture_of_its_own(string address, string told)
    {
        await using var server = await WithTwoYears();
        await server.Get<Comparison>().Run(always: true, default);

        var answer = await server.Client.GetAsync(address);

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sums_of_a_plot_leave_as_a_table()
    {
        await using var server = await WithTwoYears();

        var table = await server.Client.GetStringAsync("/explore/figures.csv?cell=applications.new.total&year=2022");

        Assert.Matches("^cell,year,sum,median,reports_stating,reports\r\napplications.new.total,2022,[0-9]+,[0-9]+,1,1\r\n$", table);
    }

    [Theory]
    [InlineData("/explore/77", HttpStatusCode.NotFound)]
    [InlineData("/record?key=nobody", HttpStatusCode.NotFound)]
    [InlineData("/explore?yaer=2022", HttpStatusCode.BadRequest)]
    [InlineData("/explore?cursor=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/explore/coverage?region=1", HttpStatusCode.BadRequest)]
    [InlineData("/explore/figures?cell=nothing.total", HttpStatusCode.BadRequest)]
    [InlineData("/explore/figures/sums.svg?cell=nothing.total", HttpStatusCode.BadRequest)]
    [InlineData("/bodies/1/applications.new.total.svg", HttpStatusCode.NotFound)]
    [InlineData("/explore/download?format=xml", HttpStatusCode.BadRequest)]
    public async Task A_wrong_address_is_a_page_that_says_so(string address, HttpStatusCode expected)
    {
        await using var server = await TestServer.Run();

        var answer = await server.Client.GetAsync(address);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("<main", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>On a busy machine the sums come aside, and the page asks again.</summary>
    private static async Task<string> Figures(TestServer server, string query)
    {
        while (true)
        {
            var page = await server.Client.GetStringAsync($"/explore/figures?{query}");
            if (!page.Contains("Adding up", StringComparison.Ordinal))
                return page;
        }
    }

    private static async Task<TestServer> WithTwoYears()
    {
        var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of(year: 2021, changes: ("applications.new.total", 10)));
        await server.Store("https://a.gov.cn/2.html", SampleReport.Of(year: 2022, changes: ("applications.new.total", 20)));
        return server;
    }
}
