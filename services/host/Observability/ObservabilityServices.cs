using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Host.Composition;
using Pipeline.Host.Observability.Health;
using Pipeline.Host.Observability.Metrics;
using Pipeline.Host.Observability.Tracing;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Observability;

/// <summary>Registers what lets others watch a process: logs, metrics, health, traces.</summary>
internal static class ObservabilityServices
{
    public static void AddObservability(this IServiceCollection services, PipelineSettings settings, DataFolder data, WorkerRole roles)
    {
        services.AddSingleton(settings);
        services.AddSingleton(data);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Readiness>(provider, roles));
        services.AddSingleton<InstrumentReadings>();
        if (roles.HasFlag(WorkerRole.Store))
            services.AddSingleton<StoreMetrics>();
        // A command that only asks shares its settings with the workers beside it, who have the port.
        if (settings.Operations.Listen is not null && roles != WorkerRole.None)
            services.AddHostedService(provider => new ObservabilityServer(settings.Operations, provider));
        if (settings.Operations.Traces is { } collector)
        {
            services.AddSingleton(_ => Traces.Provider(new Uri(collector), roles.ToString()));
            services.AddHostedService<TraceService>();
        }
    }

    public static void LogTo(this ILoggingBuilder logging, LogSettings settings)
    {
        if (settings.Format == LogFormat.Json)
            logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        else
            logging.AddSimpleConsole(console => console.SingleLine = true);
        // Standard output belongs to the commands' results.
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(settings.Level)
            // The frameworks' own comings and goings.
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("MassTransit", LogLevel.Warning)
            // The key of the pages' cookies lies beside the database, which is no less in need of the folder's permissions.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // What keeps the host from starting is said by the command itself.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }
}
