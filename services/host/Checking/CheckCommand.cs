using System.CommandLine;
using System.Globalization;
using Pipeline.Contracts.Ports;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Snapshots;

namespace Pipeline.Host.Checking;

/// <summary><c>pipeline check</c>: reads every snapshot and compares it with its hash.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var command = common.AddTo(new Command("check", "Reads every snapshot and compares it with its hash; tells which are gone or damaged, and what to do."));
        command.SetAction((parsed, cancellation) => Run(common.Settings(parsed), terminal, cancellation));
        return command;
    }

    private static async Task<int> Run(PipelineSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        await using var store = await StoreSession.Open(settings, cancellation);
        var snapshots = store.Get<ISnapshotStore>();
        var (whole, lost) = (0L, 0L);
        await foreach (var (snapshot, url) in store.Get<SnapshotList>().All(cancellation))
        {
            if (await SnapshotProblem.Of(snapshots, snapshot, cancellation) is not { } problem)
            {
                whole++;
                continue;
            }

            lost++;
            await terminal.Out.WriteLineAsync($"{url}: {problem} Fetch it anew with: pipeline reextract {url} --refetch");
        }

        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{whole} snapshots are whole{(lost == 0 ? "" : $", {lost} are gone or damaged: what was read from them stands, and can be read again only from a copy or a fresh fetch")}"));
        return lost == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
