using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Pipeline.Contracts.Ports;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Notifying;

/// <summary>Sends notices as mail, over the operator's server.</summary>
internal sealed class MailChannel(NotificationsSettings settings, TimeProvider clock) : INoticeChannel
{
    public string Name => "mail";

    public async Task Send(string subject, string text, string json, CancellationToken cancellation)
    {
        using var message = new MimeMessage { Subject = $"[pipeline] {subject}", Body = new TextPart("plain") { Text = text }, Date = clock.GetUtcNow() };
        message.From.Add(MailboxAddress.Parse(settings.MailFrom!));
        message.To.AddRange(settings.MailTo.Select(MailboxAddress.Parse));
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(settings.MailHost!, settings.MailPort, SecurityOf(settings.MailSecurity), cancellation);
            if (settings.MailUsername is { } user)
                await client.AuthenticateAsync(user, settings.MailPassword ?? "", cancellation);
            await client.SendAsync(message, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception error) when (error is SocketException or IOException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException)
        {
            throw new IOException($"{settings.MailHost}:{settings.MailPort} did not take the mail ({error.Message.Split('\n')[0].TrimEnd()}): check the settings notifications.mail….", error);
        }
    }

    private static SecureSocketOptions SecurityOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
