using Pipeline.Host.Observability.Metrics;
using Pipeline.Store.Dashboard;

namespace Pipeline.Host.Tests.Observability;

public sealed class PrometheusTextTests
{
    [Fact]
    public void Families_are_written_with_help_type_labels_and_values() => Assert.Equal(
        """
        # HELP a_gauge One.
        # TYPE a_gauge gauge
        a_gauge 1.5
        # HELP b_count Two\nlines.
        # TYPE b_count counter
        b_count{reason="say \"no\" \\ \n",a_b="年报"} 3
        b_count +Inf

        """,
        PrometheusText.Of(
        [
            new MetricFamily("b_count", "counter", "Two\nlines.", [new MetricSample("", [new("reason", "say \"no\" \\ \n"), new("a.b", "年报")], 3), new MetricSample("", [], double.PositiveInfinity)]),
            MetricFamily.Gauge("a_gauge", "One.", 1.5),
        ]));

    [Theory]
    [InlineData("messaging.receive-total", "messaging_receive_total")]
    [InlineData("9lives", "_9lives")]
    public void Names_are_made_what_Prometheus_allows(string name, string expected) => Assert.Equal(expected, PrometheusText.Name(name));

    [Fact]
    public void The_stores_figures_have_a_series_for_each_outcome_before_the_first_occurs()
    {
        var none = new Dictionary<string, long>();

        var text = PrometheusText.Of(StoreMetrics.OfStore(new MonitoringFigures(2, TimeSpan.FromSeconds(90), none, new Dictionary<string, long> { ["failed.encrypted"] = 1 }, 0, none, none, 0, 0)));

        Assert.Contains("pipeline_oldest_pending_seconds 90\n", text, StringComparison.Ordinal);
        Assert.Contains("pipeline_results{result=\"failed\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("pipeline_sources{state=\"never_answered\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("pipeline_failures{reason=\"failed.encrypted\"} 1\n", text, StringComparison.Ordinal);
    }
}
