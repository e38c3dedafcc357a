using System.Net;
using Pipeline.Host.CommandLine;
using Pipeline.Host.SampleSite;

namespace Pipeline.Host.Tests.SampleSite;

public sealed class SampleSiteServerTests : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "site");

    private readonly HttpClient _client = new();
    private SampleSiteServer _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await SampleSiteServer.Start(Folder, port: 0, CancellationToken.None);
        _client.BaseAddress = _site.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task An_unchanged_page_is_answered_without_its_body()
    {
        using var first = await _client.GetAsync("/zwgk/zfxxgknb/");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/zwgk/zfxxgknb/");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotNull(first.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Equal([false, true], _site.Requests.Select(asked => asked.Conditional));
    }

    [Fact]
    public async Task One_page_always_fails()
    {
        using var answer = await _client.GetAsync("/zwgk/zfxxgknb/202301/t20230130_1117.html");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task An_attachment_without_an_extension_says_its_name()
    {
        using var answer = await _client.GetAsync("/module/download/1109");

        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.ToString());
        Assert.EndsWith(".pdf", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/info/2024/1106.htm", "text/html")]
    [InlineData("/zwgk/zfxxgknb/202001/t20200109_1102.html", "text/html; charset=iso-8859-1")]
    public async Task Charsets_are_absent_or_wrong_as_in_the_field(string path, string contentType)
    {
        using var answer = await _client.GetAsync(path);

        Assert.Equal(contentType, answer.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_taken_port_is_said_in_one_line_with_the_way_out()
    {
        var error = await Assert.ThrowsAsync<CommandFailedException>(() => SampleSiteServer.Start(Folder, _site.Address.Port, CancellationToken.None));

        Assert.StartsWith($"Port {_site.Address.Port} on 127.0.0.1 is taken", error.Message, StringComparison.Ordinal);
        Assert.Contains($"--port {_site.Address.Port + 1}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
