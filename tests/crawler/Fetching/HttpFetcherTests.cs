using System.IO.Compression;
using System.Text;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Tests.Fetching;

public sealed class HttpFetcherTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello";

    [Fact]
    public async Task Body_arrives_byte_for_byte()
    {
        byte[] body = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];
        await using var server = new FaultServer(exchange => exchange.Send($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n", body));
        var answer = Assert.IsType<Answered>(await Fetchers.Ask(server));
        Assert.Equal(body, answer.Body.ToArray());
        Assert.Equal(body.Length, answer.WireBytes);
        Assert.False(answer.IsPrefix);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Encoded_body_is_decoded_and_counted_as_sent(string encoding)
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("政府信息公开工作年度报告", 2000)));
        var sent = Encode(encoding, body);
        await using var server = new FaultServer(exchange => exchange.Send($"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: {sent.Length}\r\n\r\n", sent));
        var answer = Assert.IsType<Answered>(await Fetchers.Ask(server));
        Assert.Equal(body, answer.Body.ToArray());
        Assert.Equal(sent.Length, answer.WireBytes);
    }

    [Fact]
    public async Task Chunked_body_without_length_is_put_together()
    {
        await using var server = FaultServer.Answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;ext=1\r\ndefg\r\n0\r\n\r\n");
        Assert.Equal("abcdefg", Text(await Fetchers.Ask(server)));
    }

    [Fact]
    public async Task Body_of_an_http10_server_ends_with_the_connection()
    {
        await using var server = new FaultServer(async exchange =>
        {
            await exchange.Send("HTTP/1.0 200 OK\r\n\r\nold but whole");
            exchange.Close();
        });
        Assert.Equal("old but whole", Text(await Fetchers.Ask(server)));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(521)]
    public async Task Status_of_failure_is_an_answer_with_its_body(int status)
    {
        await using var server = FaultServer.Answering($"HTTP/1.1 {status} Whatever\r\nContent-Length: 4\r\n\r\noops");
        var answer = await Fetchers.Ask(server);
        Assert.Equal(status, answer.Status);
        Assert.Equal("oops", Text(answer));
    }

    [Fact]
    public async Task Validators_go_out_as_they_came_and_304_has_no_body()
    {
        await using var server = FaultServer.Answering("HTTP/1.1 304 Not Modified\r\nETag: W/\"x\"\r\nContent-Encoding: gzip\r\n\r\n");
        var order = new FetchRequest { Url = server.Url, IfNoneMatch = "W/\"ä\"", IfModifiedSince = "Tue, 20 Jan 2026 08:00:00 GMT", Referrer = new("http://www.x.gov.cn/list.html?a=1#top") };
        var answer = Assert.IsType<Answered>(await Fetchers.Ask(server, order: order));
        Assert.True(answer.IsNotModified);
        Assert.Equal(0, answer.Body.Length);
        var head = Assert.Single(server.Requests);
        Assert.Contains("\r\nIf-None-Match: W/\"ä\"\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nIf-Modified-Since: Tue, 20 Jan 2026 08:00:00 GMT\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nReferer: http://www.x.gov.cn/list.html?a=1\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stored_validator_that_would_break_the_request_is_left_out()
    {
        await using var server = FaultServer.Answering(Ok);
        await Fetchers.Ask(server, order: new() { Url = server.Url, IfNoneMatch = "\"a\"\r\nX-Injected: 1" });
        Assert.DoesNotContain("Injected", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_says_who_asks_and_nothing_that_was_not_ordered()
    {
        await using var server = FaultServer.Answering(Ok);
        var options = new FetchOptions { UserAgent = new() { Product = "TestBot", Version = "1", Contact = new("https://operator.test/bot") } };
        await Fetchers.Ask(server, options);
        var names = Assert.Single(server.Requests).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("GET /page.html HTTP/1.1", names[0]);
        Assert.Contains("User-Agent: TestBot/1 (+https://operator.test/bot)", names);
        Assert.Equal(["Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding"], names[1..].Select(line => line.Split(':')[0]));
    }

    [Fact]
    public async Task Form_is_posted()
    {
        await using var server = FaultServer.Answering(Ok);
        await Fetchers.Ask(server, order: new() { Url = server.Url, Form = "col=1&page=2" });
        var head = server.Requests.First();
        Assert.StartsWith("POST ", head, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/x-www-form-urlencoded", head, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 12", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        await using var server = FaultServer.Answering("HTTP/1.1 200 OK\r\nSet-Cookie: sid=1\r\nContent-Length: 0\r\n\r\n");
        using var fetcher = Fetchers.For(server);
        await fetcher.Fetch(new() { Url = server.Url }, CancellationToken.None);
        await fetcher.Fetch(new() { Url = server.Url }, CancellationToken.None);
        Assert.All(server.Requests, head => Assert.DoesNotContain("Cookie", head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Connection_is_used_again_after_answers_and_redirects()
    {
        await using var server = new FaultServer(exchange => exchange.Send(exchange.Path == "/page.html" ? "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 4\r\n\r\nhere" : Ok));
        using var fetcher = Fetchers.For(server);
        for (var i = 0; i < 3; i++)
        {
            var redirect = Assert.IsType<Redirected>(await fetcher.Fetch(new() { Url = server.Url }, CancellationToken.None));
            Assert.IsType<Answered>(await fetcher.Fetch(new() { Url = redirect.Target }, CancellationToken.None));
        }

        Assert.Equal(1, server.Connections);
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task Redirect_is_an_answer_and_is_not_followed()
    {
        await using var server = FaultServer.Answering("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest/\r\nContent-Length: 0\r\n\r\n");
        var answer = Assert.IsType<Redirected>(await Fetchers.Ask(server));
        Assert.Equal(new Uri("http://169.254.169.254/latest/"), answer.Target);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Redirect_that_breaks_off_below_its_header_still_leads_on()
    {
        await using var server = new FaultServer(async exchange =>
        {
            await exchange.Send("HTTP/1.1 301 Moved\r\nLocation: /b\r\nContent-Length: 500\r\n\r\nhalf");
            exchange.Close();
        });
        Assert.IsType<Redirected>(await Fetchers.Ask(server));
    }

    [Fact]
    public async Task Redirect_that_falls_silent_below_its_header_still_leads_on()
    {
        await using var server = new FaultServer(async exchange =>
        {
            await exchange.Send("HTTP/1.1 301 Moved\r\nLocation: /b\r\nContent-Length: 500\r\n\r\nhalf");
            await exchange.Hang();
        });
        Assert.IsType<Redirected>(await Fetchers.Ask(server, Fetchers.Tight with { SilentTime = TimeSpan.FromSeconds(1) }));
    }

    [Fact]
    public async Task Prefix_stops_at_its_length_without_failing()
    {
        await using var server = new FaultServer(exchange => exchange.Send("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n", new byte[300_000]));
        var answer = Assert.IsType<Answered>(await Fetchers.Ask(server, Fetchers.Tight, new() { Url = server.Url, PrefixBytes = 1000 }));
        Assert.True(answer.IsPrefix);
        Assert.Equal(1000, answer.Body.Length);
    }

    [Fact]
    public async Task Header_bytes_beyond_ascii_survive()
    {
        // 年报 in GBK.
        await using var server = FaultServer.Answering("HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=\"\u00c4\u00ea\u00b1\u00a8.doc\"\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal("attachment; filename=\"\u00c4\u00ea\u00b1\u00a8.doc\"", (await Fetchers.Ask(server)).Header("Content-Disposition"));
    }

    [Fact]
    public async Task Several_cookies_are_several_headers()
    {
        await using var server = FaultServer.Answering("HTTP/1.1 200 OK\r\nSet-Cookie: __jsluid_s=1\r\nSet-Cookie: b=2\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal(["__jsluid_s=1", "b=2"], (await Fetchers.Ask(server)).Headers.Where(header => header.Key == "Set-Cookie").Select(header => header.Value));
    }

    private static string Text(FetchResponse answer) => Encoding.UTF8.GetString(Assert.IsType<Answered>(answer).Body.Span);

    private static byte[] Encode(string encoding, byte[] body)
    {
        using var packed = new MemoryStream();
        using (Stream encoder = encoding switch { "gzip" => new GZipStream(packed, CompressionLevel.Fastest), "br" => new BrotliStream(packed, CompressionLevel.Fastest), _ => new ZLibStream(packed, CompressionLevel.Fastest) })
            encoder.Write(body);
        return packed.ToArray();
    }
}
