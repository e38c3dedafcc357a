using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using Pipeline.Contracts.Ports;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Notifying;

/// <summary>Posts notices as JSON to an address of the operator's. A redirect is refused: what was set is what is told.</summary>
internal sealed class WebhookChannel(NotificationsSettings settings) : INoticeChannel, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public string Name => "webhook";

    public async Task Send(string subject, string text, string json, CancellationToken cancellation)
    {
        // The path of a hook is often its secret: messages name the host alone.
        var address = new Uri(settings.Webhook!);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, Encoding.UTF8, MediaTypeNames.Application.Json) };
        if (settings.WebhookToken is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        HttpResponseMessage answer;
        try
        {
            answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException error)
        {
            throw new IOException($"{address.Authority} cannot be reached ({error.Message}): check the setting notifications.webhook.", error);
        }

        using (answer)
            if (!answer.IsSuccessStatusCode)
                throw new IOException($"{address.Authority} answered {(int)answer.StatusCode}: check the setting notifications.webhook.");
    }

    public void Dispose() => _client.Dispose();
}
