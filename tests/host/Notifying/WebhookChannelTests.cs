using System.Net;
using System.Net.Sockets;
using System.Text;
using Pipeline.Host.Notifying;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Tests.Notifying;

public sealed class WebhookChannelTests : IDisposable
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);

    public WebhookChannelTests() => _server.Start();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_notice_is_posted_as_json_with_the_token()
    {
        var asked = Answer("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var channel = Channel();

        await channel.Send("subject", "text", "{\"opened\":[]}", default);

        var request = await asked;
        Assert.StartsWith("POST /hook/secret HTTP/1.1", request, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer t0ken", request, StringComparison.Ordinal);
        Assert.EndsWith("{\"opened\":[]}", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "answered 500")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "answered 302")]
    public async Task A_refusal_names_the_host_and_not_the_secret(string answer, string expected)
    {
        var asked = Answer(answer);
        using var channel = Channel();

        var error = await Assert.ThrowsAsync<IOException>(() => channel.Send("subject", "text", "{}", default));

        await asked;
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    private WebhookChannel Channel() => new(new NotificationsSettings { Webhook = $"http://{_server.LocalEndpoint}/hook/secret", WebhookToken = "t0ken" });

    private async Task<string> Answer(string answer)
    {
        using var client = await _server.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().EndsWith('}'))
            text.Append(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer)));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return text.ToString();
    }
}
