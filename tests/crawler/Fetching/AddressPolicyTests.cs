using System.Net;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Tests.Fetching;

public sealed class AddressPolicyTests
{
    private static readonly AddressPolicy Usual = new(new());

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost.:22/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://0.1.2.3/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://100.127.255.255/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://172.31.255.255/")]
    [InlineData("http://192.0.0.1/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://198.51.100.1/")]
    [InlineData("http://203.0.113.1/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://240.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[64:ff9b::10.0.0.1]/")]
    [InlineData("http://[64:ff9b:1::1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[fec0::1]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fd12::1]/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://[100::1]/")]
    [InlineData("http://[2001::1]/")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[3fff::1]/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://www.x.gov.cn/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@x.gov.cn")]
    [InlineData("data:text/html,x")]
    [InlineData("gopher://www.x.gov.cn:70/")]
    [InlineData("http://www.x.gov.cn:22/")]
    [InlineData("http://www.x.gov.cn:25/")]
    [InlineData("http://www.x.gov.cn:6379/")]
    [InlineData("http://www.x.gov.cn:87/")]
    public void Refused(string url) => Assert.NotNull(Usual.Judge(new Uri(url)).Refusal);

    [Theory]
    [InlineData("http://www.x.gov.cn/")]
    [InlineData("https://www.x.gov.cn/")]
    [InlineData("http://www.x.gov.cn:8080/")]
    [InlineData("http://www.x.gov.cn:81/")]
    [InlineData("https://www.x.gov.cn:8443/")]
    [InlineData("http://122.137.1.1:8080/pub/")]
    [InlineData("http://100.63.255.255/")]
    [InlineData("http://172.32.0.1/")]
    [InlineData("http://[2400:3200::1]/")]
    [InlineData("http://[64:ff9b::7a89:101]/")]
    [InlineData("http://政府.中国/")]
    public void Allowed(string url) => Assert.Null(Usual.Judge(new Uri(url)).Refusal);

    [Fact]
    public void Allowed_endpoint_is_exactly_that_host_on_that_port()
    {
        Assert.True(AllowedEndpoint.TryParse("127.0.1.1:18080", out var endpoint));
        var policy = new AddressPolicy(new() { Allowed = [endpoint] });
        Assert.True(policy.Judge(new Uri("http://127.0.1.1:18080/a")).IsAllowed);
        Assert.True(policy.Judge(new Uri("HTTP://127.0.1.1:18080/a")).IsAllowed);
        Assert.False(policy.Judge(new Uri("http://127.0.1.1:18081/")).IsAllowed);
        Assert.False(policy.Judge(new Uri("http://127.0.1.2:18080/")).IsAllowed);
        Assert.False(policy.Judge(new Uri("http://127.0.1.1/")).IsAllowed);
        Assert.False(policy.Judge(new Uri("http://[::ffff:127.0.1.1]:18080/")).IsAllowed);
        // Another name for the allowed address is another host.
        Assert.False(policy.Judge(new Uri("http://evil.test:8080/"), IPAddress.Parse("127.0.1.1")).IsAllowed);
    }

    [Theory]
    [InlineData("127.0.0.1:80", "127.0.0.1:80")]
    [InlineData("Portal.TEST:8080", "portal.test:8080")]
    [InlineData("[::1]:8080", "[::1]:8080")]
    public void Endpoint_is_read(string text, string expected)
    {
        Assert.True(AllowedEndpoint.TryParse(text, out var endpoint));
        Assert.Equal(expected, endpoint.ToString());
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("")]
    [InlineData("127.0.0.1:")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:70000")]
    [InlineData("http://127.0.0.1:80")]
    [InlineData("user@127.0.0.1:80")]
    [InlineData("*:80")]
    public void Endpoint_that_is_not_host_and_port_is_not_read(string text) => Assert.False(AllowedEndpoint.TryParse(text, out _));

    [Fact]
    public void Refusal_says_what_to_do() =>
        Assert.Contains("--allow-private 10.0.0.1:80", Usual.Judge(new Uri("http://10.0.0.1/")).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task Name_that_leads_to_loopback_is_refused_before_anything_is_sent()
    {
        await using var server = FaultServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        var url = new Uri($"http://localhost:{server.Port}/");
        var policy = new AddressPolicy(new() { Ports = new HashSet<int> { server.Port } });
        Assert.True(policy.Judge(url).IsAllowed);
        using var fetcher = new HttpFetcher(new(), policy, TimeProvider.System);
        var answer = Assert.IsType<Unanswered>(await fetcher.Fetch(new() { Url = url }, CancellationToken.None));
        Assert.Equal(FetchFailure.AddressRefused, answer.Failure);
        Assert.Contains("loopback", answer.Reason, StringComparison.Ordinal);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Name_that_is_allowed_may_lead_to_loopback()
    {
        await using var server = FaultServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var fetcher = new HttpFetcher(new(), new(new() { Allowed = [new("localhost", server.Port)] }), TimeProvider.System);
        Assert.IsType<Answered>(await fetcher.Fetch(new() { Url = new($"http://localhost:{server.Port}/") }, CancellationToken.None));
    }
}
