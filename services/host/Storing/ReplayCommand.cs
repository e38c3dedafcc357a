using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Composition.Broker;
using Pipeline.Host.Display;
using Pipeline.Host.Settings;
using Pipeline.Store.Failures;
using Pipeline.Store.Replays;
using Pipeline.Store.Sweeping;

namespace Pipeline.Host.Storing;

/// <summary><c>pipeline failures replay</c>: tries again what failed, or what the broker set aside.</summary>
internal static class ReplayCommand
{
    private const int StandardLimit = 10_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    // The slowest page, its retries and its reading together.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var source = new Option<string?>("--source") { Description = "Only those of this source.", HelpName = "NAME" };
        var reason = new Option<string?>("--reason") { Description = "Only those whose reason begins so, such as failed.dead-letter; with --queues: whose reason contains this.", HelpName = "REASON" };
        var age = CheckedOption.Age("--older-than");
        age.Description = "Only those that failed longer ago, such as 90m, 12h or 7d.";
        var limit = CheckedOption.Number("--limit", 1, 1_000_000);
        limit.Description = $"At most so many, the newest first (default: {StandardLimit}).";
        limit.HelpName = "N";
        var queues = new Option<bool>("--queues") { Description = "Not the failures of the database, but the messages in the broker's error, skipped and dead-letter queues." };
        var command = common.AddTo(new Command("replay", "Tries again what failed: reads it from its snapshot, or fetches it anew where there is none.") { source, reason, age, limit, queues });
        command.SetAction((parsed, cancellation) =>
        {
            DateTimeOffset? until = parsed.GetValue(age) is { } length ? TimeProvider.System.GetUtcNow() - length : null;
            var filter = new FailureFilter { Source = parsed.GetValue(source), Reason = parsed.GetValue(reason), Until = until };
            var most = parsed.GetValue(limit) ?? StandardLimit;
            return parsed.GetValue(queues) ? Queues(common.Settings(parsed), filter, most, terminal, cancellation) : Failures(common.Settings(parsed), filter, most, terminal, cancellation);
        });
        return command;
    }

    private static async Task<int> Failures(PipelineSettings settings, FailureFilter filter, int limit, Terminal terminal, CancellationToken cancellation)
    {
        var data = settings.Database.Kind == DatabaseKind.Sqlite ? DataFolder.Open(settings.Data) : DataFolder.Create(settings.Data);
        // Messages in memory never leave this process, so it does the work itself.
        var alone = settings.Transport.Kind == TransportKind.Memory;
        await using var host = await PipelineHost.Start(settings, data, alone ? WorkerRole.All : WorkerRole.None, cancellation, Quiet);
        var replayed = await host.Get<FailureReplay>().Send(filter, limit, cancellation);
        terminal.Say($"sent again: {CountLines.Of(("to be read", replayed.Read), ("to be fetched", replayed.Fetched.Count))}");
        if (!alone)
            return ExitCode.Done;
        await replayed.Ended.WaitAsync(Patience, cancellation);
        var pending = host.Get<PendingFetches>();
        while (await pending.Count(cancellation) > 0)
            await Task.Delay(Look, cancellation);
        var left = await host.Get<FailureQuery>().CountByReason(filter, cancellation);
        terminal.Say($"failures left: {CountLines.Of(left)}");
        return left.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> Queues(PipelineSettings settings, FailureFilter filter, int limit, Terminal terminal, CancellationToken cancellation)
    {
        if (settings.Transport.Kind == TransportKind.Memory)
            throw new CommandFailedException("Messages in memory leave no queues behind: --queues is for RabbitMQ. Leave it out to try the failures of the database again.", ExitCode.WrongUse);
        await using var queues = await SetAsideQueues.Open(settings.Transport, cancellation);
        var replayed = await queues.Replay(filter, limit, cancellation);
        if (replayed.Count == 0)
            terminal.Say("no message is set aside");
        foreach (var queue in replayed)
            await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{queue.Name}: {queue.Sent} sent again, {queue.Kept} kept"));
        return ExitCode.Done;
    }

    /// <summary>What goes wrong again is told by the command, in one line.</summary>
    private static void Quiet(IServiceCollection services) => services.AddLogging(logging => logging.AddFilter("MassTransit", LogLevel.None));
}
