using System.Net;
using System.Net.Http.Json;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Security;

public sealed class BrowserDefenceTests
{
    [Theory]
    [InlineData("/explore")]
    [InlineData("/nowhere")]
    [InlineData("/api/v1/records")]
    [InlineData("/api/v1/records/77")]
    [InlineData("/sign-in")]
    public async Task Every_answer_forbids_inline_scripts_framing_and_sniffing(string address)
    {
        await using var server = await TestServer.Run();

        var answer = await server.Client.GetAsync(address);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_page_has_no_inline_script_and_no_inline_style()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of("<script>alert(1)</script>局"));

        var page = await server.Client.GetStringAsync("/explore");

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(" on[a-z]+=", page);
    }

    [Fact]
    public async Task A_name_that_was_made_to_point_here_gets_no_answer()
    {
        await using var server = await TestServer.Run();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/records") { Headers = { Host = "evil.example" } };

        await (await server.Client.SendAsync(request)).Problem(HttpStatusCode.MisdirectedRequest, "wrong-host");
    }

    [Fact]
    public async Task A_page_of_another_site_changes_nothing()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reextractions")
        {
            Content = JsonContent.Create(new { url = "https://a.gov.cn/1.html" }),
            Headers = { { "Sec-Fetch-Site", "cross-site" } },
        };

        await (await server.Client.SendAsync(request)).Problem(HttpStatusCode.Forbidden, "cross-site");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var server = await TestServer.Run();

        var answer = await server.Client.PostAsync("/sign-out", new FormUrlEncodedContent([KeyValuePair.Create("next", "/")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("/explore?year=2022", "/explore?year=2022")]
    public async Task The_way_back_never_leads_elsewhere(string next, string expected)
    {
        await using var server = await TestServer.Run();

        var answer = await server.Client.GetAsync($"/language/zh?next={Uri.EscapeDataString(next)}");

        Assert.Equal(expected, answer.Headers.Location!.ToString());
    }
}
