using System.CommandLine;
using System.Globalization;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Display;
using Pipeline.Host.Settings;
using Pipeline.Store.Status;

namespace Pipeline.Host.Storing;

/// <summary><c>pipeline status</c>: what is stored and how the last runs went.</summary>
internal static class StatusCommand
{
    private const int Runs = 10;

    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var json = new Option<bool>("--json") { Description = "One JSON object for a program." };
        var command = common.AddTo(new Command("status", "Tells what is stored, what waits, and how the last crawls went.") { json });
        command.SetAction((parsed, cancellation) => Run(common.Settings(parsed), parsed.GetValue(json), terminal, cancellation));
        return command;
    }

    private static async Task<int> Run(PipelineSettings settings, bool json, Terminal terminal, CancellationToken cancellation)
    {
        await using var store = await StoreSession.Open(settings, cancellation);
        var status = await store.Get<StatusQuery>().Read(Runs, cancellation);
        foreach (var line in json ? [CommandJson.Object(status)] : Lines(status))
            await terminal.Out.WriteLineAsync(line);
        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(StoreStatus status)
    {
        yield return $"records    {CountLines.Of(status.Records)}";
        yield return $"documents  {CountLines.Of(status.Documents)}";
        yield return $"results    {CountLines.Of(status.Results)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"waiting    {status.Pending}");
        foreach (var run in status.Runs)
            yield return $"crawl      {run.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, {run.Trigger}, {Duration(run)}: {CountLines.Of(run.Fetches)}";
    }

    private static string Duration(RunStatus run) =>
        run.EndedAt is { } end ? string.Create(CultureInfo.InvariantCulture, $"{(end - run.StartedAt).TotalSeconds:0} s") : "not ended";
}
