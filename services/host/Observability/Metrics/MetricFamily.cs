namespace Pipeline.Host.Observability.Metrics;

/// <summary>One metric with all its series, as Prometheus names things.</summary>
/// <param name="Name">Letters, digits and underscores.</param>
/// <param name="Type">counter, gauge or histogram.</param>
/// <param name="Help">One line.</param>
internal sealed record MetricFamily(string Name, string Type, string Help, IReadOnlyList<MetricSample> Samples)
{
    public static MetricFamily Gauge(string name, string help, double value) => new(name, "gauge", help, [new MetricSample("", [], value)]);

    /// <summary>A gauge with one series for each value of one label.</summary>
    public static MetricFamily Gauge(string name, string help, string label, IEnumerable<KeyValuePair<string, double>> values) =>
        new(name, "gauge", help, [.. values.Select(value => new MetricSample("", [new(label, value.Key)], value.Value))]);
}

/// <param name="Suffix">What follows the family's name, such as <c>_bucket</c>; empty for the family itself.</param>
internal sealed record MetricSample(string Suffix, IReadOnlyList<KeyValuePair<string, string>> Labels, double Value);
