using MassTransit;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Browsing;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Fetching;
using Pipeline.Extractor;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition.Broker;
using Pipeline.Host.Crawling;
using Pipeline.Host.Notifying;
using Pipeline.Host.Observability;
using Pipeline.Host.Observability.Health;
using Pipeline.Host.Settings;
using Pipeline.Host.Sources;
using Pipeline.Releases;
using Pipeline.Store;
using Pipeline.Store.Requests;
using Pipeline.Store.Sweeping;

namespace Pipeline.Host.Composition;

/// <summary>Puts the rooms together: which workers run in this process, on which transport and database.</summary>
internal static class PipelineHost
{
    /// <summary>Migrates the database, builds the host and starts it: when it returns, every queue is bound and messages may be published.</summary>
    /// <param name="more">What a command adds for itself.</param>
    /// <exception cref="CommandFailedException">A tool that the roles need is missing, or the database or the broker cannot be reached.</exception>
    public static async Task<RunningHost> Start(PipelineSettings settings, DataFolder data, WorkerRole roles, CancellationToken cancellation, Action<IServiceCollection>? more = null)
    {
        if (RequiredTools.Problem(roles) is { } problem)
            throw new CommandFailedException(problem);
        await Stores.Check(settings, cancellation);
        var database = await Databases.Open(settings.Database, data, cancellation);
        if (settings.Transport.Kind == TransportKind.RabbitMq)
            await BrokerTopology.Deploy(settings.Transport, database, cancellation);
        var builder = WebServing.Builder(roles);
        builder.Logging.LogTo(settings.Log);
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<IUrlNormaliser, CrawlerUrls>();
        builder.Services.AddStore(Stores.OptionsOf(settings, data));
        builder.Services.AddNoticeChannels(settings.Notifications);
        builder.Services.AddBrowsing();
        builder.Services.AddCrawler(CrawlOf(settings));
        RecognitionCache.Use(data.Recognised);
        builder.Services.AddExtractor();
        builder.Services.AddSingleton<CrawlRunner>();
        builder.Services.AddSingleton<ISourcesFile, FileSources>();
        builder.Services.AddStoreRequests();
        builder.Services.AddReleases(data.Releases);
        builder.Services.AddSingleton<IQueueFigures>(_ => settings.Transport.Kind == TransportKind.RabbitMq ? new RabbitQueues(settings.Transport) : new NoQueues());
        builder.Services.AddMassTransit(bus =>
        {
            // The library would report its use to its makers; nothing leaves but what the crawl asks for.
            bus.DisableUsageTelemetry();
            bus.AddWorkers(roles);
            // A queue of this process alone, which goes with it: whoever waits for an answer hears it, whichever process gave it.
            bus.AddConsumer<SettledRequestConsumer>().Endpoint(endpoint =>
            {
                endpoint.Name = $"answers-{Guid.NewGuid():N}";
                endpoint.Temporary = true;
            });
            bus.UseTransport(settings.Transport);
        });
        builder.Services.Configure<MassTransitHostOptions>(options =>
        {
            options.WaitUntilStarted = true;
            options.StartTimeout = TimeSpan.FromSeconds(30);
            options.StopTimeout = TimeSpan.FromSeconds(30);
        });
        if (roles.HasFlag(WorkerRole.Store))
            builder.Services.AddSweeper().AddComparisons().AddAlarms().AddReviewing().AddActivity();
        // Servers have backups of their own: docs/runbook.md.
        if (settings.Database.Kind == DatabaseKind.Sqlite && roles.HasFlag(WorkerRole.Store))
            builder.Services.AddJournal(data.Journal);
        builder.Services.AddObservability(settings, data, roles);
        more?.Invoke(builder.Services);
        var host = WebServing.Build(builder, settings.Web, data);
        await StartBus(host, settings, cancellation);
        return new RunningHost(host);
    }

    /// <summary>
    /// Sends documents again whose message was lost: all that wait where messages died with the last process, elsewhere those whose patience ran out.
    /// </summary>
    public static Task RepublishLost(this RunningHost host, TransportSettings transport, CancellationToken cancellation) =>
        host.Get<Sweeper>().Sweep(everything: transport.Kind == TransportKind.Memory, cancellation);

    private static CrawlOptions CrawlOf(PipelineSettings settings)
    {
        var allowed = settings.Crawl.AllowPrivate.Concat(settings.AllowPrivate).ToList();
        return allowed.Find(address => !AllowedEndpoint.TryParse(address, out _)) is { } wrong
            ? throw new CommandFailedException($"--allow-private: '{wrong}' is no address to allow; write HOST:PORT, such as 127.0.0.1:8080.", ExitCode.WrongUse)
            : settings.Crawl with { AllowPrivate = allowed };
    }

    private static async Task StartBus(IHost host, PipelineSettings settings, CancellationToken cancellation)
    {
        // MassTransit keeps the first logger that it meets, be it that of a bus which ended long ago.
        LogContext.ConfigureCurrentLogContext(host.Services.GetRequiredService<ILoggerFactory>());
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            host.Dispose();
            throw new CommandFailedException($"Another program listens on {settings.Web.Listen}: stop it, or choose another address for the pages with --listen or the setting web.listen.");
        }
        catch (Exception error) when (settings.Transport.Kind == TransportKind.RabbitMq && !cancellation.IsCancellationRequested)
        {
            host.Dispose();
            throw BrokerCheck.Refused(settings.Transport, error);
        }
    }
}
