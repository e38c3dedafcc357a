using System.Diagnostics.Metrics;
using System.Globalization;

namespace Pipeline.Host.Observability.Metrics;

/// <summary>One instrument under one set of labels.</summary>
internal sealed class InstrumentSeries
{
    // From a message's millisecond to a scan's minutes.
    private static readonly double[] Seconds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300];

    private readonly Lock _lock = new();
    private readonly IReadOnlyList<KeyValuePair<string, string>> _labels;
    private readonly bool _keepsLast;
    private readonly double[] _bounds;
    private readonly long[] _counts;
    private double _sum;
    private long _count;

    public InstrumentSeries(Instrument instrument, IReadOnlyList<KeyValuePair<string, string>> labels)
    {
        var kind = instrument.GetType().GetGenericTypeDefinition();
        var sums = kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>);
        _labels = labels;
        _keepsLast = kind == typeof(Gauge<>) || kind == typeof(ObservableGauge<>) || kind == typeof(ObservableCounter<>) || kind == typeof(ObservableUpDownCounter<>);
        Type = kind == typeof(Histogram<>) ? "histogram" : sums ? "counter" : "gauge";
        Name = PrometheusText.Name(instrument.Name) + (sums && !instrument.Name.EndsWith("total", StringComparison.Ordinal) ? "_total" : "");
        Help = string.IsNullOrEmpty(instrument.Description) ? instrument.Name : instrument.Description;
        _bounds = instrument.Unit == "ms" ? [.. Seconds.Select(bound => bound * 1000)] : Seconds;
        _counts = new long[_bounds.Length];
    }

    public string Name { get; }

    public string Type { get; }

    public string Help { get; }

    public void Take(double value)
    {
        lock (_lock)
        {
            _count++;
            _sum = _keepsLast ? value : _sum + value;
            for (var place = 0; place < _bounds.Length; place++)
            {
                if (value <= _bounds[place])
                    _counts[place]++;
            }
        }
    }

    public IReadOnlyList<MetricSample> Samples()
    {
        lock (_lock)
        {
            return Type != "histogram"
                ? [new MetricSample("", _labels, _sum)]
                :
                [
                    .. _bounds.Select((bound, place) => new MetricSample("_bucket", [.. _labels, new("le", bound.ToString("R", CultureInfo.InvariantCulture))], _counts[place])),
                    new MetricSample("_bucket", [.. _labels, new("le", "+Inf")], _count),
                    new MetricSample("_sum", _labels, _sum),
                    new MetricSample("_count", _labels, _count),
                ];
        }
    }
}
