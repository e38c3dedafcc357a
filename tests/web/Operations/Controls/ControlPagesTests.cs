using System.Net;
using System.Net.Http.Json;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Controls;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Operations.Controls;

public sealed class ControlPagesTests
{
    private static readonly string Source = $"/operations/source?name={Uri.EscapeDataString("清河县")}";

    [Fact]
    public async Task A_crawl_is_asked_for_on_the_page_and_waits_where_nobody_crawls()
    {
        await using var server = await TestServer.Run();
        using var browser = Browser(server);

        await Forms.Post(browser, "/operations", "/operations/crawl");
        await Forms.Post(browser, "/operations", "/operations/crawl", ("host", "www.qinghe.gov.cn"));
        var page = await browser.GetStringAsync("/operations");

        Assert.Contains("No process that crawls by schedule has spoken", page, StringComparison.Ordinal);
        Assert.Equal((CrawlScope.All, null), await Taken(server));
        Assert.Equal((CrawlScope.Host, "www.qinghe.gov.cn"), await Taken(server));
    }

    [Fact]
    public async Task The_page_says_when_the_next_crawl_is()
    {
        await using var server = await TestServer.Run();
        await server.Get<CrawlRequests>().TellTimes([("0 0 1 * * ?", TestServer.Start.AddHours(17))], default);

        var page = await server.Client.GetStringAsync("/operations");

        Assert.Contains("<strong>2026-02-02 01:00</strong>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("No process that crawls by schedule has spoken", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_is_paused_with_a_reason_and_resumed_and_a_file_edited_meanwhile_is_told()
    {
        await using var server = await TestServer.Run();
        using var browser = Browser(server);

        var bare = await Forms.Post(browser, Source, "/operations/pause", ("source", "清河县"), ("paused", "yes"), ("reason", ""), ("seen", "0"));
        Assert.Contains("Say why it is paused", await bare.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Forms.Post(browser, Source, "/operations/pause", ("source", "清河县"), ("paused", "yes"), ("reason", "moves house"), ("seen", "0"));
        Assert.Contains(">paused<", await browser.GetStringAsync(Source), StringComparison.Ordinal);

        var stale = await Forms.Post(browser, Source, "/operations/pause", ("source", "清河县"), ("seen", "0"));
        Assert.Contains("edited meanwhile", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Forms.Post(browser, Source, "/operations/pause", ("source", "清河县"), ("seen", "1"));
        Assert.DoesNotContain(">paused<", await browser.GetStringAsync(Source), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/operations/source?name=nobody")).StatusCode);
    }

    [Fact]
    public async Task An_address_is_tried_and_added_as_a_source()
    {
        await using var server = await TestServer.Run();
        using var browser = Browser(server);
        const string Try = "/operations/try?url=https%3A%2F%2Fwww.new.gov.cn%2F";

        var tried = await browser.GetStringAsync(Try);
        Assert.Contains("Links: 2, of which 1 would be followed", tried, StringComparison.Ordinal);
        Assert.Contains("as a browser showed; counts by page; rows lead to detail.html?id={id}", tried, StringComparison.Ordinal);
        Assert.Contains("https://www.new.gov.cn/3.html", tried, StringComparison.Ordinal);
        var added = await Forms.Post(browser, Try, "/operations/add", ("url", "https://www.new.gov.cn/"), ("name", "新县"), ("seen", "0"));

        Assert.Contains("It was not crawled yet.", await browser.GetStringAsync(added.Headers.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_says_how_its_reports_are_found_and_what_waits()
    {
        await using var server = await TestServer.Run();

        var page = await server.Client.GetStringAsync(Source);

        Assert.Contains("3 lists, 1 asked for as scripts say, 1 as a browser showed", page, StringComparison.Ordinal);
        Assert.Contains("Reports of 2019 to 2022, none of 2021", page, StringComparison.Ordinal);
        Assert.Contains("2 reports on zfxxgk.qinghe.gov.cn", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_has_a_page_with_its_sources_and_what_it_brought()
    {
        await using var server = await TestServer.Run();
        var document = await server.Store("https://a.gov.cn/1.html", SampleReport.Of());
        await server.Get<IDocumentLedger>().SourcesTold(document.RunId, [new SourceResult("test", 5, 1, 0, 13, 0, null, ["look here"])], default);

        var page = await server.Client.GetStringAsync($"/operations/runs/{document.RunId}");

        Assert.Contains("look here", page, StringComparison.Ordinal);
        Assert.Contains("https://a.gov.cn/1.html", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/explore/1\"", page, StringComparison.Ordinal);
        Assert.Contains("beyond the limit of run 1", page, StringComparison.Ordinal);
        Assert.Contains("https://other.gov.cn/list.html", await server.Client.GetStringAsync($"/operations/runs/{document.RunId}?source=other"), StringComparison.Ordinal);
        Assert.Equal(1, (await server.Client.Json($"/api/v1/runs/{document.RunId}/detail")).GetProperty("brought").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync($"/operations/runs/{Guid.NewGuid()}")).StatusCode);
        Assert.Contains("Answers", await server.Client.GetStringAsync("/operations/activity"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_ask_for_crawls_and_say_of_what()
    {
        await using var server = await TestServer.Run();

        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.PostAsJsonAsync("/api/v1/crawls", new { scope = "source" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.PostAsJsonAsync("/api/v1/crawls", new { scope = "source", subject = "清河县" })).StatusCode);

        Assert.Equal("清河县", Assert.Single((await server.Client.Json("/api/v1/crawls")).GetProperty("requests").EnumerateArray()).GetProperty("subject").GetString());
    }

    private static async Task<(CrawlScope, string?)> Taken(TestServer server) => await server.Get<CrawlRequests>().Take(default) is { } request ? (request.Scope, request.Subject) : default;

    private static HttpClient Browser(TestServer server) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
}
