using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Host.Observability.Health;
using Pipeline.Host.Observability.Metrics;

namespace Pipeline.Host.Observability;

/// <summary>What lets others watch a process. They tell nothing of documents, but belong on an address that only operators reach.</summary>
internal static class ObservabilityEndpoints
{
    /// <param name="services">Of the process that is watched.</param>
    public static IEndpointRouteBuilder MapObservability(this IEndpointRouteBuilder routes, IServiceProvider services)
    {
        routes.MapGet("/health/live", () => Results.Text("alive\n"));
        routes.MapGet("/health/ready", (CancellationToken cancellation) => Ready(services.GetRequiredService<Readiness>(), cancellation));
        routes.MapGet("/metrics", (CancellationToken cancellation) => Metrics(services, cancellation));
        return routes;
    }

    private static async Task<IResult> Ready(Readiness readiness, CancellationToken cancellation)
    {
        var findings = await readiness.Look(cancellation);
        var ready = findings.All(finding => finding.Problem is null);
        return Results.Json(
            new { status = ready ? "ready" : "degraded", checks = findings.ToDictionary(finding => finding.Name, finding => finding.Problem ?? "ok") },
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> Metrics(IServiceProvider services, CancellationToken cancellation)
    {
        var families = new List<MetricFamily>(services.GetRequiredService<InstrumentReadings>().Families());
        if (services.GetService<StoreMetrics>() is { } store)
            families.AddRange(await store.Families(cancellation));
        return Results.Text(PrometheusText.Of(families), PrometheusText.ContentType);
    }
}
