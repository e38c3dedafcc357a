using System.Diagnostics.Metrics;
using Pipeline.Host.Observability.Metrics;

namespace Pipeline.Host.Tests.Observability;

public sealed class InstrumentReadingsTests
{
    [Fact]
    public void Instruments_are_added_up_by_their_labels()
    {
        using var readings = new InstrumentReadings();
        using var meter = new Meter("Pipeline");
        var count = meter.CreateCounter<int>("test.documents");
        var time = meter.CreateHistogram<double>("test.seconds", "s");
        count.Add(2, new KeyValuePair<string, object?>("kind", "pdf"));
        count.Add(3, new KeyValuePair<string, object?>("kind", "pdf"));
        count.Add(1, new KeyValuePair<string, object?>("kind", "html"));
        time.Record(0.2);
        time.Record(400);

        var text = PrometheusText.Of(readings.Families());

        Assert.Contains("# TYPE test_documents_total counter\n", text, StringComparison.Ordinal);
        Assert.Contains("test_documents_total{kind=\"pdf\"} 5\n", text, StringComparison.Ordinal);
        Assert.Contains("test_documents_total{kind=\"html\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("test_seconds_bucket{le=\"0.1\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("test_seconds_bucket{le=\"0.5\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("test_seconds_bucket{le=\"+Inf\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("test_seconds_sum 400.2\n", text, StringComparison.Ordinal);
    }
}
