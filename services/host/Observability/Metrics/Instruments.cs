using System.Diagnostics.Metrics;

namespace Pipeline.Host.Observability.Metrics;

/// <summary>What this process counts itself.</summary>
internal static class Instruments
{
    public const string MeterName = "Pipeline";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Handled = Meter.CreateHistogram<double>("pipeline_message_seconds", "s", "Time to handle a message, by kind and outcome, retries included.");

    /// <param name="message">Kind of the message, such as DocumentFetched.</param>
    public static void MessageHandled(string message, bool succeeded, TimeSpan time) =>
        Handled.Record(time.TotalSeconds, new("message", message), new("outcome", succeeded ? "done" : "failed"));
}
