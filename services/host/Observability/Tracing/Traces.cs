using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Pipeline.Crawler.Crawling;

namespace Pipeline.Host.Observability.Tracing;

/// <summary>Sends traces: one document's begins with its delivery by the crawler and goes with its messages, in their W3C headers, until its record is stored.</summary>
internal static class Traces
{
    // MassTransit's own source: what it publishes, receives and hands to a consumer.
    private const string Bus = "MassTransit";

    /// <param name="roles">Roles of this process, for whoever reads the traces.</param>
    public static TracerProvider Provider(Uri collector, string roles) => Sdk.CreateTracerProviderBuilder()
        .AddSource(Bus, DocumentDelivery.ActivityName, "Npgsql")
        .ConfigureResource(resource => resource.AddService("pipeline", serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}").AddAttributes([new("pipeline.roles", roles)]))
        .AddOtlpExporter(exporter => exporter.Endpoint = collector)
        .Build();
}
