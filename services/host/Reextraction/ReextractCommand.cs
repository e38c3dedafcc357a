using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor.Consumers;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Composition.Broker;
using Pipeline.Host.Crawling;
using Pipeline.Host.Settings;
using Pipeline.Host.Storing;
using Pipeline.Store.Consumers;
using Pipeline.Store.Documents;
using Pipeline.Store.Records;
using Pipeline.Store.Requests;

namespace Pipeline.Host.Reextraction;

/// <summary><c>pipeline reextract URL</c>: reads one document again, from its snapshot or fresh, and shows what changed. <see cref="BulkCommand"/> reads many.</summary>
internal static class ReextractCommand
{
    // The slowest document takes under a minute; an answer that has not come by then will not come.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var filters = new RecordFilterOptions();
        var url = new Argument<string?>("URL") { Description = "Address of a document that was crawled.", Arity = ArgumentArity.ZeroOrOne };
        var refetch = new Option<bool>("--refetch") { Description = "Fetch it anew instead of reading the stored snapshot." };
        var all = new Option<bool>("--all") { Description = "Every stored document that this version of the extractor has not read yet, instead of one. Goes on where it was stopped." };
        var command = filters.AddTo(common.AddTo(new Command("reextract", "Reads documents again and shows, cell by cell, what changed: one by its address, all, or those of which a filter is true.") { url, refetch, all }));
        command.Validators.Add(result =>
        {
            var chosen = filters.All.Any(option => result.GetResult(option) is { Implicit: false });
            var many = result.GetValue(all) || chosen;
            if (result.GetValue(url) is null == !many || (result.GetValue(all) && chosen))
                result.AddError("Say which documents to read: one by its URL, --all, or those that a filter such as --year or --status chooses.");
            else if (many && result.GetValue(refetch))
                result.AddError("--refetch fetches one document: give its URL. Whole sites are fetched by: pipeline crawl");
        });
        command.SetAction((parsed, cancellation) => parsed.GetValue(url) is { } address
            ? Run(address, parsed.GetValue(refetch), common.Settings(parsed), terminal, cancellation)
            : BulkCommand.Run(parsed.GetValue(all) ? null : filters.Of(parsed), common.Settings(parsed), terminal, cancellation));
        return command;
    }

    private static async Task<int> Run(string text, bool refetch, PipelineSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        var address = CrawlPlans.Address(text);
        var data = settings.Database.Kind == DatabaseKind.Sqlite ? DataFolder.Open(settings.Data) : DataFolder.Create(settings.Data);
        // Messages in memory never leave this process, so it does the work itself; over a broker it would take part in a backlog that is none of its business.
        var alone = settings.Transport.Kind == TransportKind.Memory;
        await using var host = await PipelineHost.Start(settings, data, alone ? WorkerRole.All : WorkerRole.None, cancellation, Quiet);
        if (!alone)
            await BrokerWorkers.Require(settings.Transport, cancellation, Needed(refetch));
        var known = await host.Get<KnownDocuments>().Find(address, cancellation);
        if (known.Document is not { } document)
            throw new CommandFailedException(known.Problem!);
        var records = host.Get<RecordQuery>();
        var before = await RecordsOf(records, document.Url, cancellation);
        await Request(host, document.Url, refetch, cancellation);
        var after = await RecordsOf(records, document.Url, cancellation);
        await ReextractionReport.Print(document.Url, before, after, host.Get<DocumentLookup>(), terminal, cancellation);
        return ExitCode.Done;
    }

    private static (string Queue, string Role)[] Needed(bool refetch)
    {
        (string, string)[] workers = [(ExtractorQueues.Requested, "extractor"), (StoreQueues.Requested, "store")];
        return refetch ? [(Workers.RefetchQueue, "crawler"), .. workers] : workers;
    }

    private static Task<IReadOnlyList<StoredRecord>> RecordsOf(RecordQuery records, string url, CancellationToken cancellation) =>
        records.Find(new RecordFilter { Url = url, Everything = true }, int.MaxValue, cancellation);

    /// <summary>What goes wrong with the request is told by the command, in one line.</summary>
    private static void Quiet(IServiceCollection services) => services.AddLogging(logging => logging.AddFilter("MassTransit", LogLevel.None));

    /// <summary>Returns when the store has the answer.</summary>
    /// <exception cref="CommandFailedException">The document could not be read, or no answer came.</exception>
    private static async Task Request(RunningHost host, string url, bool refetch, CancellationToken cancellation)
    {
        var ticket = await host.Get<IReextractionService>().Begin(url, refetch, Environment.UserName, cancellation);
        var id = ticket.Id ?? throw new CommandFailedException(ticket.Problem!);
        var requests = host.Get<ReextractionRequests>();
        var asked = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(asked) < Patience)
        {
            if (await requests.Find(id, cancellation) is { EndedAt: not null } ended)
            {
                if (ended.Problem is { } problem)
                    throw new CommandFailedException($"{url} could not be {(refetch ? "fetched and read" : "read")}: {problem} The stored record stands as it was.");
                return;
            }

            await Task.Delay(Look, cancellation);
        }

        throw new CommandFailedException($"No answer within {Patience.TotalMinutes:0} minutes. The stored record stands as it was; look at: pipeline failures");
    }
}
