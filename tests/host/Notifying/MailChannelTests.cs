using System.Net;
using System.Net.Sockets;
using System.Text;
using Pipeline.Host.Notifying;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Tests.Notifying;

public sealed class MailChannelTests : IDisposable
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);

    public MailChannelTests() => _server.Start();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_notice_arrives_as_mail()
    {
        var taken = Take(refuses: false);

        await Channel().Send("1 alarms opened, 0 closed", "opened: 清河县: down", "{}", default);

        var mail = await taken;
        Assert.Contains("RCPT TO:<b@example.org>", mail, StringComparison.Ordinal);
        Assert.Contains("Subject: [pipeline] 1 alarms opened, 0 closed", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_is_told_in_one_line_with_the_setting()
    {
        var taken = Take(refuses: true);

        var error = await Assert.ThrowsAsync<IOException>(() => Channel().Send("subject", "text", "{}", default));

        await taken;
        Assert.Contains("did not take the mail", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private MailChannel Channel()
    {
        var settings = new NotificationsSettings { MailHost = "127.0.0.1", MailPort = ((IPEndPoint)_server.LocalEndpoint).Port, MailSecurity = MailSecurity.None, MailFrom = "a@example.org" };
        settings.MailTo.Add("b@example.org");
        return new MailChannel(settings, TimeProvider.System);
    }

    // As little of a mail server as takes one mail.
    private async Task<string> Take(bool refuses)
    {
        using var client = await _server.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        var all = new StringBuilder();
        var isMail = false;
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync() is { } line)
        {
            all.AppendLine(line);
            if (isMail && line != ".")
                continue;
            var isEnd = isMail;
            isMail = !isEnd && line == "DATA";
            if (line == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                break;
            }

            await writer.WriteLineAsync(isMail ? "354 go on" : refuses && line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 nobody of that name" : "250 ok");
        }

        return all.ToString();
    }
}
