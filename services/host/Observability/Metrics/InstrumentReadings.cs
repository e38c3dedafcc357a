using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Pipeline.Host.Observability.Metrics;

/// <summary>Listens to the process's own instruments (our own, the runtime's, the database driver's) and adds them up.</summary>
internal sealed class InstrumentReadings : IDisposable
{
    // Beside ours the runtime's and the database driver's; other libraries' meters have labels without bound, such as one for each host that is crawled.
    private static readonly string[] Meters = ["System.Runtime", "Npgsql"];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, InstrumentSeries> _series = new(StringComparer.Ordinal);

    public InstrumentReadings()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsOurs(instrument.Meter.Name) || Meters.Contains(instrument.Meter.Name))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<byte>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<short>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<decimal>((instrument, value, tags, _) => Take(instrument, (double)value, tags));
        _listener.Start();
    }

    public IReadOnlyList<MetricFamily> Families()
    {
        _listener.RecordObservableInstruments();
        return [.. _series.Values.GroupBy(series => (series.Name, series.Type, series.Help)).Select(family =>
            new MetricFamily(family.Key.Name, family.Key.Type, family.Key.Help, [.. family.SelectMany(series => series.Samples())]))];
    }

    public void Dispose() => _listener.Dispose();

    // Each room has a meter of its own: Pipeline.Store and so on.
    private static bool IsOurs(string meter) => meter == Instruments.MeterName || meter.StartsWith(Instruments.MeterName + ".", StringComparison.Ordinal);

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<KeyValuePair<string, string>>(tags.Length);
        foreach (var tag in tags)
            labels.Add(new(tag.Key, Convert.ToString(tag.Value, System.Globalization.CultureInfo.InvariantCulture) ?? ""));
        var key = instrument.Name + "\n" + string.Join('\n', labels.Select(label => $"{label.Key}={label.Value}"));
        _series.GetOrAdd(key, _ => new InstrumentSeries(instrument, labels)).Take(value);
    }
}
