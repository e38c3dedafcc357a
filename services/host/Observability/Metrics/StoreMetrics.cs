using Pipeline.Database;
using Pipeline.Host.Composition.Broker;
using Pipeline.Host.Settings;
using Pipeline.Store.Dashboard;

namespace Pipeline.Host.Observability.Metrics;

/// <summary>The figures of the whole deployment: told by every process with the role store, each of which says the same.</summary>
internal sealed class StoreMetrics(MonitoringQuery figures, PipelineSettings settings, TimeProvider clock) : IDisposable
{
    // Several watchers may ask; the database should not notice.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _gate = new(1);
    private IReadOnlyList<MetricFamily> _known = [];
    private DateTimeOffset _until;

    /// <summary>Empty while the database or the broker is away: readiness tells why.</summary>
    public async Task<IReadOnlyList<MetricFamily>> Families(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (clock.GetUtcNow() >= _until)
            {
                _known = [.. OfStore(await figures.Read(cancellation)), .. await OfBroker(cancellation)];
                _until = clock.GetUtcNow() + Lifetime;
            }

            return _known;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            return [];
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>The figures in Prometheus' words.</summary>
    public static IReadOnlyList<MetricFamily> OfStore(MonitoringFigures figures) =>
    [
        MetricFamily.Gauge("pipeline_documents_pending", "Documents that wait for their result.", figures.Pending),
        MetricFamily.Gauge("pipeline_oldest_pending_seconds", "Age of the document that has waited longest; 0 when none waits.", figures.OldestPending.TotalSeconds),
        MetricFamily.Gauge("pipeline_results", "Results of the last 24 hours.", "result", All(figures.Results, "reports", "not_a_report", "failed")),
        MetricFamily.Gauge("pipeline_failures", "Failures of the last 24 hours, fetches and extractions together.", "reason", All(figures.Failures)),
        MetricFamily.Gauge("pipeline_sources_silent", "Sources that have not answered well for three days.", figures.SilentSources),
        MetricFamily.Gauge("pipeline_sources", "Sources by what is wrong with them.", "state", All(figures.Sources, [.. Enum.GetValues<SourceAlarm>().Select(StoredName.Of)])),
        MetricFamily.Gauge("pipeline_source_alarms", "Lines for an operator that the last crawls left.", figures.SourceAlarms),
        MetricFamily.Gauge("pipeline_sources_acknowledged", "Sources whose alarm a person knows of.", figures.AcknowledgedSources),
        MetricFamily.Gauge("pipeline_records", "Current records.", "status", All(figures.Records, "accepted", "reviewed", "review")),
    ];

    private async Task<IReadOnlyList<MetricFamily>> OfBroker(CancellationToken cancellation)
    {
        if (settings.Transport.Kind == TransportKind.Memory)
            return [];
        await using var queues = await SetAsideQueues.Open(settings.Transport, cancellation);
        return
        [
            MetricFamily.Gauge("pipeline_queue_messages", "Messages that wait in a queue.", "queue", await queues.Depths(QueueShape.Lasting, cancellation)),
            MetricFamily.Gauge("pipeline_set_aside_messages", "Messages that could not be handled.", "queue", await queues.Depths(SetAsideQueues.Names, cancellation)),
        ];
    }

    // A series that is there before its first count: an alert on its rise would miss the first.
    private static IEnumerable<KeyValuePair<string, double>> All(IReadOnlyDictionary<string, long> counts, params IEnumerable<string> expected) =>
        counts.Keys.Union(expected).Order(StringComparer.Ordinal).Select(name => KeyValuePair.Create(name, (double)counts.GetValueOrDefault(name)));
}
