using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Pipeline.Contracts.Ports;
using Pipeline.Host.Composition.Broker;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Observability;

/// <summary>Asks RabbitMQ's management plugin.</summary>
internal sealed class RabbitQueues : IQueueFigures, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // The answer for a hundred queues has a tenth of it.
    private const long LargestAnswer = 4 << 20;

    private readonly HttpClient _client = new() { Timeout = Patience, MaxResponseContentBufferSize = LargestAnswer };
    private readonly Uri _dashboard;
    private readonly Uri _queues;

    public RabbitQueues(TransportSettings settings)
    {
        _dashboard = new Uri(settings.Management ?? $"http://{settings.Host}:15672/");
        _queues = new Uri(_dashboard, $"api/queues/{Uri.EscapeDataString(settings.VirtualHost)}");
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.Username}:{settings.Password}")));
    }

    public async Task<QueueFigures> Read(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _client.GetAsync(_queues, cancellation);
            if (!answer.IsSuccessStatusCode)
                return new QueueFigures([], null, $"RabbitMQ's management plugin answers {(int)answer.StatusCode} at {_dashboard}: give the user the tag 'monitoring'.");
            using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            return new QueueFigures([.. json.RootElement.EnumerateArray().Select(Figure).Where(IsNews).OrderBy(queue => queue.Name, StringComparer.Ordinal)], _dashboard, null);
        }
        catch (Exception silent) when (silent is HttpRequestException or JsonException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return new QueueFigures([], null, $"RabbitMQ's management plugin does not answer at {_dashboard}: enable it with rabbitmq-plugins enable rabbitmq_management, or set transport.management.");
        }
    }

    public void Dispose() => _client.Dispose();

    // Queues for what failed exist beforehand; empty ones would only hide the others.
    private static bool IsNews(QueueFigure queue) => queue.Depth + queue.InHand > 0 || QueueShape.SetAside.All(aside => aside.Name != queue.Name);

    private static QueueFigure Figure(JsonElement queue) => new(
        queue.GetProperty("name").GetString()!, Number(queue, "messages_ready"), Number(queue, "messages_unacknowledged"), Rate(queue, "publish_details"), Rate(queue, "ack_details"), Number(queue, "consumers"));

    private static long Number(JsonElement queue, string name) => queue.TryGetProperty(name, out var number) && number.TryGetInt64(out var value) ? value : 0;

    private static double Rate(JsonElement queue, string name) =>
        queue.TryGetProperty("message_stats", out var stats) && stats.TryGetProperty(name, out var details) && details.TryGetProperty("rate", out var rate) ? rate.GetDouble() : 0;
}
