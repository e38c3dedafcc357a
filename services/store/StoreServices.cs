using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Bodies.Regions;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Alarms;
using Pipeline.Store.Audit;
using Pipeline.Store.Bodies;
using Pipeline.Store.Consumers;
using Pipeline.Store.Controls;
using Pipeline.Store.Coverage;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Documents;
using Pipeline.Store.Export;
using Pipeline.Store.Failures;
using Pipeline.Store.Figures;
using Pipeline.Store.Findings;
using Pipeline.Store.Journal;
using Pipeline.Store.Ledger;
using Pipeline.Store.Measures;
using Pipeline.Store.Records;
using Pipeline.Store.Replays;
using Pipeline.Store.Requests;
using Pipeline.Store.Reprocessing;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Audits;
using Pipeline.Store.Reviews.Groups;
using Pipeline.Store.Reviews.Learning;
using Pipeline.Store.Snapshots;
using Pipeline.Store.Status;
using Pipeline.Store.Sweeping;
using Pipeline.Store.Totals;
using Pipeline.Store.Trends;
using Pipeline.Store.Warc;

namespace Pipeline.Store;

/// <summary>Registers the store's parts. The host registers a <c>PipelineDatabase</c> and calls <see cref="StoreSchema.Migrate"/> before it starts.</summary>
public static class StoreServices
{
    /// <summary>Ports, queries and export: what every role and command needs.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, StoreOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddSingleton<CountedPublisher>();
        services.AddSingleton(options);
        services.AddSingleton(options.Sweep);
        services.AddSingleton<ISnapshotStore>(_ => options.S3 is { } bucket ? new S3SnapshotStore(bucket) : new FolderSnapshotStore(options.SnapshotFolder));
        services.AddSingleton<SqlDocumentLedger>();
        services.AddSingleton<IDocumentLedger>(provider => provider.GetRequiredService<SqlDocumentLedger>());
        services.AddSingleton<DocumentLookup>();
        services.AddSingleton<StaleDocuments>();
        services.AddSingleton<Settlement>();
        services.AddSingleton<PendingFetches>();
        services.AddSingleton<RecordQuery>();
        services.AddSingleton<ChangeQuery>();
        services.AddSingleton<RunQuery>();
        services.AddSingleton<StatusQuery>();
        services.AddSingleton<LastChangeQuery>();
        services.AddSingleton<MonitoringQuery>();
        services.AddSingleton<FailureQuery>();
        services.AddSingleton<FailedFetches>();
        services.AddSingleton<RecordExport>();
        services.AddSingleton<DocumentQuery>();
        services.AddSingleton<CoverageQuery>();
        services.AddSingleton<FigureQuery>();
        services.AddSingleton(provider => DivisionTable.Of(provider.GetRequiredService<IRegionNames>()));
        services.AddSingleton<BodyDecisions>();
        services.AddSingleton<BodyRefresh>();
        services.AddSingleton<FindingsRefresh>();
        services.AddSingleton<Comparison>();
        services.AddSingleton<BodyQuery>();
        services.AddSingleton<FindingQuery>();
        services.AddSingleton<TotalsQuery>();
        services.AddSingleton<CellReviews>();
        services.AddSingleton<ReviewQueue>();
        services.AddSingleton<ReviewedRecords>().AddSingleton<Lessons>();
        services.AddSingleton<CrawlRequests>();
        services.AddSingleton<ActivityLog>();
        services.AddSingleton<RunDetailQuery>();
        services.AddSingleton<ReviewClaims>();
        services.AddSingleton<ReviewerQuery>();
        services.AddSingleton<AcceptedAudit>();
        services.AddSingleton<DoubtRefresh>();
        services.AddSingleton<DoubtGroups>();
        services.AddSingleton<GroupDecisions>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<OperationsQuery>();
        services.AddSingleton<Recognitions>();
        services.AddSingleton(options.Alarms);
        services.AddSingleton<SourceAlarms>();
        services.AddSingleton<PipelineAlarms>();
        services.AddSingleton<Notices>();
        services.AddSingleton<OverviewQuery>();
        services.AddSingleton<ReextractionRequests>();
        services.AddSingleton<KnownDocuments>();
        services.AddSingleton<WarcExport>();
        services.AddSingleton<SnapshotList>();
        services.AddSingleton<Sweeper>();
        return services;
    }

    /// <summary>What people ask for over the bus: documents read again, failures tried again.</summary>
    public static IServiceCollection AddStoreRequests(this IServiceCollection services) => services
        .AddSingleton<SettledRequests>()
        .AddSingleton<IReextractionService, ReextractionService>()
        .AddSingleton<ReplayRun>()
        .AddSingleton<FailureReplay>()
        .AddSingleton<IFailureReplay, FailureReplayService>();

    /// <summary>The sweeper as a background service: one process of a deployment is enough, several do no harm.</summary>
    public static IServiceCollection AddSweeper(this IServiceCollection services) => services.AddHostedService<SweeperService>();

    /// <summary>What only the database holds is copied beside the snapshots as a background service, so that it can be made anew: <see cref="JournalReplay"/>.</summary>
    /// <param name="folder">Where to.</param>
    public static IServiceCollection AddJournal(this IServiceCollection services, string folder) =>
        services.AddSingleton(new JournalFolder(folder)).AddSingleton<JournalWriter>().AddSingleton<JournalReplay>().AddHostedService<JournalService>();

    /// <summary>Bodies and findings kept up as a background service: one process of a deployment is enough, several do no harm.</summary>
    public static IServiceCollection AddComparisons(this IServiceCollection services) => services.AddHostedService<ComparisonService>();

    /// <summary>What reviewers need – doubts worked out, the weekly draw – as background services: one process of a deployment is enough, several do no harm.</summary>
    public static IServiceCollection AddReviewing(this IServiceCollection services) => services.AddHostedService<DoubtService>().AddHostedService<AuditService>();

    /// <summary>What the charts of the last days are drawn from as a background service: one process of a deployment is enough, several do no harm.</summary>
    public static IServiceCollection AddActivity(this IServiceCollection services) => services.AddHostedService<ActivityService>();

    /// <summary>Alarms and their notices as a background service: one process of a deployment is enough, several do no harm.</summary>
    public static IServiceCollection AddAlarms(this IServiceCollection services) => services.AddHostedService<AlarmService>();

    /// <summary>The store's consumers: the role "store".</summary>
    public static void AddStoreConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<DocumentExtractedConsumer, DocumentExtractedConsumerDefinition>();
        bus.AddConsumer<ExtractionFailedConsumer, ExtractionFailedConsumerDefinition>();
        bus.AddConsumer<DocumentReextractedConsumer, DocumentReextractedConsumerDefinition>();
        bus.AddConsumer<RecognitionProgressedConsumer, RecognitionProgressedConsumerDefinition>();
        bus.AddConsumer<SettlementFaultConsumer, SettlementFaultConsumerDefinition>();
        bus.AddConsumer<RequestFaultConsumer, RequestFaultConsumerDefinition>();
        bus.AddConsumer<DeadLetterConsumer, DeadLetterConsumerDefinition>();
    }
}
