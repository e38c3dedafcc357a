using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Journal;
using Pipeline.Store.Status;
using Pipeline.Store.Sweeping;

namespace Pipeline.Host.Rebuilding;

/// <summary><c>pipeline rebuild</c>: makes the database anew from the snapshots and the journal beside them.</summary>
internal static class RebuildCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var command = common.AddTo(new Command(
            "rebuild", "Makes a new database from the snapshots and the journal in the data folder, for one that is damaged or lost. The old one is kept beside it. Stop everything that uses the folder first."));
        command.SetAction((parsed, cancellation) => Run(common.Settings(parsed), terminal, cancellation));
        return command;
    }

    private static async Task<int> Run(PipelineSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        if (settings.Database.Kind != DatabaseKind.Sqlite)
            throw new CommandFailedException("A database on a server is restored from its backup: docs/runbook.md says how. Only the embedded one is made anew from its journal.", ExitCode.WrongUse);
        var data = DataFolder.Create(settings.Data);
        var journal = new JournalFolder(data.Journal);
        if (journal.IsEmpty)
            throw new CommandFailedException($"There is no journal in {data.Journal}: the database was made by a version that kept none. Restore a backup, or save what can be read with: sqlite3 {data.Database} .recover | sqlite3 recovered.db");
        var anew = data.BeginAnew();
        var (fetches, decisions, records) = await Make(settings, anew, journal, terminal, cancellation);
        var kept = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("'.before-'yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        data.Replace(anew, kept);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Made anew: {fetches.Done} documents, {records} records, {decisions.Done} decisions about cells. The old database and journal end in {kept}."));
        terminal.Say("The history of crawls and the failures of fetches begin anew; the next crawl fetches every page whole, and tells which records are about the same body.");
        if (fetches.Unreadable > 0)
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{fetches.Unreadable} lines of the journal are damaged and were left out."));
        if (decisions.Without > 0)
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{decisions.Without} decisions are about records that were not read again: see pipeline failures."));
        return fetches.Unreadable + decisions.Without == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<(JournalTally Fetches, JournalTally Decisions, long Records)> Make(
        PipelineSettings settings, DataFolder anew, JournalFolder journal, Terminal terminal, CancellationToken cancellation)
    {
        settings.Transport.Kind = TransportKind.Memory;
        await using var host = await PipelineHost.Start(settings, anew, WorkerRole.Extractor | WorkerRole.Store, cancellation, Quiet);
        var replay = host.Get<JournalReplay>();
        var fetches = await replay.Fetches(journal, cancellation);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{fetches.Done} documents are read again …"));
        await host.RepublishLost(settings.Transport, cancellation);
        var pending = host.Get<PendingFetches>();
        while (await pending.Count(cancellation) > 0)
            await Task.Delay(Look, cancellation);
        var decisions = await replay.Decisions(journal, cancellation);
        return (fetches, decisions, (await host.Get<StatusQuery>().Records(cancellation)).Values.Sum());
    }

    /// <summary>What goes wrong is told by the command, in one line.</summary>
    private static void Quiet(IServiceCollection services) => services.AddLogging(logging => logging.AddFilter("MassTransit", LogLevel.None));
}
