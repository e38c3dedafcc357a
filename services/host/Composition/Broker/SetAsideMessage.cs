using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.Store.Failures;
using RabbitMQ.Client;

namespace Pipeline.Host.Composition.Broker;

/// <summary>What can be told of a message that was set aside: from which queue, why, when, and of which source its document is.</summary>
/// <param name="Origin">Queue to send it back to; null when nothing tells.</param>
/// <param name="Source">Null when the message is none of ours.</param>
internal sealed record SetAsideMessage(string? Origin, string Reason, DateTimeOffset? At, string? Source)
{
    private static readonly string[] Endings = ["_error", "_skipped"];

    public static SetAsideMessage Of(string queue, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body)
    {
        var ending = Endings.FirstOrDefault(end => queue.EndsWith(end, StringComparison.Ordinal));
        var origin = ending is null ? Header(properties, "x-first-death-queue") : queue[..^ending.Length];
        var reason = Header(properties, "MT-Fault-Message") ?? Header(properties, "MT-Reason") ?? Header(properties, "x-first-death-reason") ?? "";
        var (source, sent) = Envelope(body);
        return new SetAsideMessage(origin, reason, Moment(Header(properties, "MT-Fault-Timestamp")) ?? sent, source);
    }

    public bool IsMeant(FailureFilter filter) =>
        (filter.Reason is null || Reason.Contains(filter.Reason, StringComparison.OrdinalIgnoreCase)) &&
        (filter.Source is null || Source == filter.Source) &&
        (filter.Until is null || At <= filter.Until);

    /// <summary>The headers without what the broker and the bus wrote when they set the message aside.</summary>
    public static Dictionary<string, object?> Plain(IDictionary<string, object?>? headers) => (headers ?? new Dictionary<string, object?>())
        .Where(header => !header.Key.StartsWith("MT-Fault-", StringComparison.Ordinal) && !header.Key.StartsWith("x-", StringComparison.Ordinal) && header.Key != "MT-Reason")
        .ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal);

    private static string? Header(IReadOnlyBasicProperties properties, string name) => properties.Headers?.TryGetValue(name, out var value) == true
        ? value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)
        : null;

    private static DateTimeOffset? Moment(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static (string? Source, DateTimeOffset? Sent) Envelope(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            var root = envelope.RootElement;
            var sent = root.TryGetProperty("sentTime", out var time) ? Moment(time.GetString()) : null;
            return (root.TryGetProperty("message", out var message) && message.TryGetProperty("document", out var document) && document.TryGetProperty("source", out var source) ? source.GetString() : null, sent);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Garbage is set aside as well.
            return (null, null);
        }
    }
}
