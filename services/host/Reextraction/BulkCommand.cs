using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor;
using Pipeline.Extractor.Consumers;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Composition.Broker;
using Pipeline.Host.Settings;
using Pipeline.Store.Consumers;
using Pipeline.Store.Measures;
using Pipeline.Store.Records;
using Pipeline.Store.Requests;
using Pipeline.Store.Reprocessing;

namespace Pipeline.Host.Reextraction;

/// <summary><c>pipeline reextract --all</c>: in this process where messages never leave it, else by all extractors of the deployment.</summary>
internal static class BulkCommand
{
    // Enough to keep some dozens of extractors busy, and so few that their answers hold nothing up in the store's queue.
    private const int UnderWay = 200;

    // Fresh documents come first, so one may wait for a night's backlog.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(12);

    /// <param name="filter">Only documents that show such a record; null for all.</param>
    public static async Task<int> Run(RecordFilter? filter, PipelineSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        if (settings.Transport.Kind == TransportKind.RabbitMq)
            return await Spread(filter, settings, terminal, cancellation);
        await using var session = await StoreSession.Open(settings, cancellation);
        RecognitionCache.Use(DataFolder.Open(settings.Data).Recognised);
        await using var painter = InstalledPainter.Create();
        var reading = new SnapshotReading(session.Get<ISnapshotStore>(), ReportExtractor.With(painter));
        var settlement = session.Get<Settlement>();
        return await Run(new BulkReextraction(session.Get<StaleDocuments>(), session.Get<RecordQuery>(), Here, Environment.ProcessorCount), session.Get<StaleDocuments>(), filter, terminal, cancellation);

        async Task<string?> Here(DocumentReference document, CancellationToken stop)
        {
            // On a thread of its own: reading is work for the processor.
            var result = await Task.Run(() => reading.Read(document, stop), stop);
            await settlement.Settle(document, result, Guid.NewGuid(), stop);
            return result.Outcome == ExtractionOutcome.Failed ? result.Detail ?? result.Reason : null;
        }
    }

    private static async Task<int> Spread(RecordFilter? filter, PipelineSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        await using var host = await PipelineHost.Start(settings, DataFolder.Create(settings.Data), WorkerRole.None, cancellation, services => services.AddLogging(logging => logging.AddFilter("MassTransit", LogLevel.None)));
        await BrokerWorkers.Require(settings.Transport, cancellation, (ExtractorQueues.Again, "extractor"), (StoreQueues.Requested, "store"));
        var settled = host.Get<SettledRequests>();
        var publisher = host.Get<CountedPublisher>();
        return await Run(new BulkReextraction(host.Get<StaleDocuments>(), host.Get<RecordQuery>(), There, UnderWay), host.Get<StaleDocuments>(), filter, terminal, cancellation);

        async Task<string?> There(DocumentReference document, CancellationToken stop)
        {
            var request = Guid.NewGuid();
            var answer = settled.Expect(request);
            await publisher.Publish(new RereadRequested { RequestId = request, Document = document }, document.Url, stop);
            return await answer.WaitAsync(Patience, stop);
        }
    }

    private static async Task<int> Run(BulkReextraction work, StaleDocuments stale, RecordFilter? filter, Terminal terminal, CancellationToken cancellation)
    {
        var total = await stale.Count(filter, ReportExtractor.Version, cancellation);
        if (total == 0)
        {
            await terminal.Out.WriteLineAsync($"Nothing to do: every such document was read by version {ReportExtractor.Version} of the extractor.");
            return ExitCode.Done;
        }

        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{total} documents were not read by version {ReportExtractor.Version} of the extractor yet. What is read is stored at once: stop it and start it again as you like."));
        var progress = new BulkProgress(work, total, terminal, TimeProvider.System);
        await work.Run(filter, ReportExtractor.Version, progress.Look, cancellation);
        await BulkReport.Print(work, terminal);
        return work.Failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
