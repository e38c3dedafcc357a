using System.Net;
using System.Net.Http.Json;
using Pipeline.Store.Audit;
using Pipeline.Store.Tests;
using Pipeline.Web.Settings;

namespace Pipeline.Web.Tests.Security;

public sealed class AccessTests
{
    private const string ReadKey = "read-key-0123456789-0123456789-01";
    private const string ReviewKey = "review-key-0123456789-0123456789-";
    private const string OperateKey = "operate-key-0123456789-0123456789";

    private static readonly object Decision = new { verdict = "confirmed", expected = 0 };

    [Fact]
    public async Task Where_keys_are_set_the_api_answers_nobody_without_one()
    {
        await using var server = await WithKeys();

        await (await server.Client.GetAsync("/api/v1/records")).Problem(HttpStatusCode.Unauthorized, "key-needed");
        await (await Ask(server, HttpMethod.Get, "/api/v1/records", "guessed")).Problem(HttpStatusCode.Unauthorized, "key-needed");
        Assert.Equal(HttpStatusCode.OK, (await Ask(server, HttpMethod.Get, "/api/v1/records", ReadKey)).StatusCode);
    }

    [Theory]
    [InlineData(ReadKey, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData(ReviewKey, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData(OperateKey, HttpStatusCode.OK, HttpStatusCode.Accepted)]
    public async Task A_role_allows_what_it_names_and_no_more(string key, HttpStatusCode review, HttpStatusCode operate)
    {
        await using var server = await WithKeys();

        Assert.Equal(review, (await Ask(server, HttpMethod.Put, "/api/v1/records/1/cells/applications.new.total/review", key, Decision)).StatusCode);
        Assert.Equal(operate, (await Ask(server, HttpMethod.Post, "/api/v1/reextractions", key, new { url = "https://a.gov.cn/1.html" })).StatusCode);
    }

    [Fact]
    public async Task The_audit_log_names_the_keys_owner()
    {
        await using var server = await WithKeys();

        await Ask(server, HttpMethod.Put, "/api/v1/records/1/cells/applications.new.total/review", ReviewKey, Decision);

        Assert.Equal("reviewer", Assert.Single(await server.Get<AuditLog>().Latest(10, default)).Who);
    }

    [Fact]
    public async Task A_page_sends_whoever_is_not_signed_in_to_the_form_and_back()
    {
        await using var server = await WithKeys();

        var answer = await server.Client.GetAsync("/explore?year=2022");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?next=%2Fexplore%3Fyear%3D2022", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(answer.Headers.Location)).StatusCode);
    }

    [Theory]
    [InlineData(ReadKey, HttpStatusCode.Redirect)]
    [InlineData("guessed", HttpStatusCode.OK)]
    public async Task Signing_in_with_a_key_lets_a_browser_in(string key, HttpStatusCode expected)
    {
        await using var server = await WithKeys();
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };

        var answer = await Forms.Post(browser, "/sign-in?next=%2Fexplore", "/sign-in", ("key", key), ("next", "/explore"));

        Assert.Equal(expected, answer.StatusCode);
        var page = await browser.GetAsync("/explore");
        Assert.Equal(expected == HttpStatusCode.Redirect ? HttpStatusCode.OK : HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task Keys_cannot_be_guessed_quickly()
    {
        await using var server = await WithKeys();
        using var browser = new HttpClient { BaseAddress = server.Address };

        HttpResponseMessage answer;
        var tries = 0;
        do
            answer = await Forms.Post(browser, "/sign-in", "/sign-in", ("key", $"guess {tries++}"));
        while (answer.StatusCode == HttpStatusCode.OK && tries < 100);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task Keys_cannot_be_guessed_quickly_by_header_either_and_a_guesser_shuts_nobody_out()
    {
        await using var server = await WithKeys();

        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 20; guess++)
            answers.Add((await Ask(server, HttpMethod.Get, "/api/v1/records", $"guess {guess}")).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.OK, (await Ask(server, HttpMethod.Get, "/api/v1/records", ReadKey)).StatusCode);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        Assert.Equal(HttpStatusCode.Redirect, (await Forms.Post(browser, "/sign-in", "/sign-in", ("key", ReadKey), ("next", "/"))).StatusCode);
    }

    [Fact]
    public async Task Wrong_keys_stand_in_the_audit_log()
    {
        await using var server = await WithKeys();

        await Ask(server, HttpMethod.Get, "/api/v1/records", "guessed");

        var entry = Assert.Single(await server.Get<AuditLog>().Latest(10, default));
        Assert.Equal(("unknown", "key.refused", "/api/v1/records"), (entry.Who, entry.Action, entry.Detail));
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Behind_a_proxy_that_ends_TLS_the_cookie_is_for_TLS_alone(string scheme, bool secure)
    {
        await using var server = await WithKeys();
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        var page = await browser.GetAsync("/sign-in");
        browser.DefaultRequestHeaders.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

        var answer = await Forms.Post(browser, "/sign-in", "/sign-in", ("key", ReadKey), ("next", "/"));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("pipeline-sign-in=", StringComparison.Ordinal));
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("192.0.2.1", HttpStatusCode.Unauthorized)]
    public async Task A_proxys_header_counts_only_when_it_comes_from_the_proxy(string proxy, HttpStatusCode expected)
    {
        await using var server = await TestServer.Run(settings =>
        {
            settings.Proxy.UserHeader = "X-Forwarded-User";
            settings.Proxy.From.Add(proxy);
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/records") { Headers = { { "X-Forwarded-User", "wang" } } };

        Assert.Equal(expected, (await server.Client.SendAsync(request)).StatusCode);
    }

    private static async Task<TestServer> WithKeys()
    {
        var server = await TestServer.Run(settings =>
        {
            settings.Keys.Add(new ApiKeySettings { Name = "reader", Key = ReadKey, Role = AccessRole.Read });
            settings.Keys.Add(new ApiKeySettings { Name = "reviewer", Key = ReviewKey, Role = AccessRole.Review });
            settings.Keys.Add(new ApiKeySettings { Name = "operator", Key = OperateKey, Role = AccessRole.Operate });
        });
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of());
        return server;
    }

    private static Task<HttpResponseMessage> Ask(TestServer server, HttpMethod method, string address, string key, object? body = null) =>
        server.Client.SendAsync(new HttpRequestMessage(method, address) { Headers = { { "X-Api-Key", key } }, Content = body is null ? null : JsonContent.Create(body) });
}
