using System.IO.Compression;
using System.Text;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Tests.Fetching;

public sealed class HttpFetcherFaultTests
{
    [Fact]
    public async Task Closing_without_an_answer_is_a_reset() =>
        await Expect(FetchFailure.Reset, exchange => { exchange.Close(); return Task.CompletedTask; });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kept_connection_that_ends_without_an_answer_is_a_reset_and_no_second_request(bool resets)
    {
        await using var server = new FaultServer(exchange =>
        {
            if (exchange.Path == "/first")
                return exchange.Send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            if (resets)
                exchange.Reset();
            else
                exchange.Close();
            return Task.CompletedTask;
        });
        using var fetcher = Fetchers.For(server);
        Assert.IsType<Answered>(await fetcher.Fetch(new FetchRequest { Url = new Uri(server.Url, "/first") }, TestContext.Current.CancellationToken));
        var second = Assert.IsType<Unanswered>(await fetcher.Fetch(new FetchRequest { Url = new Uri(server.Url, "/second") }, TestContext.Current.CancellationToken));
        Assert.Equal(FetchFailure.Reset, second.Failure);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Reset_before_the_header_is_a_reset() =>
        await Expect(FetchFailure.Reset, exchange => { exchange.Reset(); return Task.CompletedTask; });

    [Fact]
    public async Task Reset_within_the_body_is_a_reset_with_the_status_known()
    {
        var answer = await Expect(FetchFailure.Reset, async exchange =>
        {
            await exchange.Send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nETag: \"a\"\r\n\r\nhalf");
            await Task.Delay(100);
            exchange.Reset();
        });
        Assert.Equal(200, answer.Status);
        Assert.Equal("\"a\"", answer.Header("etag"));
    }

    [Fact]
    public async Task Fewer_bytes_than_the_stated_length_are_truncated() =>
        await Expect(FetchFailure.Truncated, async exchange =>
        {
            await exchange.Send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf");
            exchange.Close();
        });

    [Fact]
    public async Task Chunks_without_a_last_one_are_truncated() =>
        await Expect(FetchFailure.Truncated, async exchange =>
        {
            await exchange.Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
            exchange.Close();
        });

    [Fact]
    public async Task Broken_chunks_are_malformed() =>
        await Expect(FetchFailure.Malformed, exchange => exchange.Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\nbroken"));

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 abc OK\r\n\r\n")]
    [InlineData("<html>no header at all</html>\r\n\r\n")]
    public async Task What_is_not_http_is_malformed(string greeting) =>
        await Expect(FetchFailure.Malformed, exchange => exchange.Send(greeting));

    [Fact]
    public async Task Silence_before_the_header_times_out() =>
        await Expect(FetchFailure.TimedOut, exchange => exchange.Hang(), Fetchers.Tight with { HeaderTime = TimeSpan.FromSeconds(1) });

    [Fact]
    public async Task Silence_after_the_header_times_out() =>
        await Expect(
            FetchFailure.TimedOut,
            async exchange =>
            {
                await exchange.Send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                await exchange.Hang();
            },
            Fetchers.Tight with { SilentTime = TimeSpan.FromSeconds(1) });

    [Fact]
    public async Task Slow_drip_ends_with_the_total_time() =>
        await Expect(
            FetchFailure.TooSlow,
            async exchange =>
            {
                await exchange.Send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                while (true)
                {
                    await exchange.Send("x");
                    await Task.Delay(20, exchange.Stop);
                }
            },
            Fetchers.Tight with { TotalTime = TimeSpan.FromSeconds(1) });

    [Fact]
    public async Task Body_that_keeps_its_rate_outlives_the_total_time()
    {
        await using var server = new FaultServer(async exchange =>
        {
            await exchange.Send("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + new string('x', 1000));
            await Task.Delay(1500, exchange.Stop);
            await exchange.Send("x");
        });
        var answer = await Fetchers.Ask(server, Fetchers.Tight with { TotalTime = TimeSpan.FromSeconds(1), LeastRate = 1 });
        Assert.Equal(1001, Assert.IsType<Answered>(answer).Body.Length);
    }

    [Fact]
    public async Task Endless_body_ends_at_the_largest_body()
    {
        var chunk = "4000\r\n" + new string('x', 0x4000) + "\r\n";
        await Expect(FetchFailure.TooLarge, async exchange =>
        {
            await exchange.Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true)
                await exchange.Send(chunk);
        });
    }

    [Fact]
    public async Task Stated_length_beyond_the_bound_is_refused_unread() =>
        await Expect(FetchFailure.TooLarge, async exchange =>
        {
            await exchange.Send("HTTP/1.1 200 OK\r\nContent-Length: 60000000\r\n\r\n");
            await exchange.Hang();
        });

    [Fact]
    public async Task Header_beyond_the_bound_is_refused() =>
        await Expect(FetchFailure.HeaderTooLarge, exchange => exchange.Send($"HTTP/1.1 200 OK\r\nX-Fill: {new string('x', 60_000)}\r\nContent-Length: 0\r\n\r\n"));

    [Fact]
    public async Task Endless_header_is_refused() =>
        await Expect(FetchFailure.HeaderTooLarge, async exchange =>
        {
            await exchange.Send("HTTP/1.1 200 OK\r\n");
            while (true)
                await exchange.Send("X-More: and more\r\n");
        });

    [Fact]
    public async Task Gzip_bomb_is_recognised()
    {
        var bomb = Gzip(new byte[40 << 20]);
        Assert.InRange(bomb.Length, 1, 100_000);
        await Expect(FetchFailure.DecompressionBomb, Sending("gzip", bomb), new FetchOptions());
    }

    [Fact]
    public async Task Gzip_cut_short_is_truncated_although_its_length_is_right()
    {
        var gzip = Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3000))));
        await Expect(FetchFailure.Truncated, Sending("gzip", gzip[..(gzip.Length * 2 / 3)]));
    }

    [Fact]
    public async Task Plain_text_called_gzip_is_malformed() => await Expect(FetchFailure.Malformed, Sending("gzip", "<html>plain</html>"u8.ToArray()));

    [Fact]
    public async Task Encoding_not_asked_for_is_refused() => await Expect(FetchFailure.EncodingUnknown, Sending("zstd", [1, 2, 3]));

    [Fact]
    public async Task Redirect_without_target_is_a_failure() =>
        await Expect(FetchFailure.BadRedirect, exchange => exchange.Send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"));

    [Fact]
    public async Task Video_is_not_read() =>
        await Expect(FetchFailure.MediaUnwanted, async exchange =>
        {
            await exchange.Send("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 50000\r\n\r\n");
            await exchange.Hang();
        });

    [Fact]
    public async Task Nobody_listening_is_no_connection()
    {
        var server = FaultServer.Answering("");
        await server.DisposeAsync();
        using var fetcher = new HttpFetcher(Fetchers.Tight, new(new() { Allowed = [new("127.0.0.1", 9)] }), TimeProvider.System);
        var answer = Assert.IsType<Unanswered>(await fetcher.Fetch(new FetchRequest { Url = new("http://127.0.0.1:9/") }, CancellationToken.None));
        Assert.Equal(FetchFailure.ConnectFailed, answer.Failure);
        Assert.Equal(0, answer.Status);
    }

    [Fact]
    public async Task Certificate_that_nobody_vouches_for_is_a_tls_failure()
    {
        await using var server = FaultServer.Tls();
        using var fetcher = Fetchers.For(server, Fetchers.Tight);
        var answer = Assert.IsType<Unanswered>(await fetcher.Fetch(new FetchRequest { Url = new($"https://127.0.0.1:{server.Port}/") }, CancellationToken.None));
        Assert.Equal(FetchFailure.TlsFailed, answer.Failure);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Server_that_speaks_no_tls_is_a_tls_failure()
    {
        await using var server = FaultServer.Greeting("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        using var fetcher = Fetchers.For(server, Fetchers.Tight);
        var answer = Assert.IsType<Unanswered>(await fetcher.Fetch(new FetchRequest { Url = new($"https://127.0.0.1:{server.Port}/") }, CancellationToken.None));
        Assert.Equal(FetchFailure.TlsFailed, answer.Failure);
    }

    [Fact]
    public async Task Name_that_does_not_exist_is_unknown()
    {
        using var fetcher = new HttpFetcher(Fetchers.Tight, new(new()), TimeProvider.System);
        var answer = Assert.IsType<Unanswered>(await fetcher.Fetch(new FetchRequest { Url = new("http://no-such-host.invalid/") }, CancellationToken.None));
        Assert.True(answer.Failure is FetchFailure.NameUnknown or FetchFailure.NameLookupFailed, answer.Reason);
    }

    [Fact]
    public async Task Cancelling_throws_and_nothing_else_does()
    {
        await using var server = new FaultServer(exchange => exchange.Hang());
        using var fetcher = Fetchers.For(server);
        using var cancel = new CancellationTokenSource();
        var fetching = fetcher.Fetch(new FetchRequest { Url = server.Url }, cancel.Token);
        while (server.Requests.IsEmpty)
            await Task.Delay(5);
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => fetching);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static Func<FaultExchange, Task> Sending(string encoding, byte[] body) => exchange =>
        exchange.Send($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {encoding}\r\nContent-Length: {body.Length}\r\n\r\n", body);

    private static async Task<Unanswered> Expect(FetchFailure failure, Func<FaultExchange, Task> script, FetchOptions? options = null)
    {
        await using var server = new FaultServer(script);
        var answer = Assert.IsType<Unanswered>(await Fetchers.Ask(server, options ?? Fetchers.Tight));
        Assert.True(answer.Failure == failure, $"{answer.Failure}: {answer.Reason}");
        Assert.NotEmpty(answer.Reason);
        return answer;
    }
}
