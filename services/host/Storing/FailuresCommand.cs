using System.CommandLine;
using System.Globalization;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Display;
using Pipeline.Host.Settings;
using Pipeline.Store.Failures;

namespace Pipeline.Host.Storing;

/// <summary><c>pipeline failures</c>: every document that did not yield what it should, with its reason.</summary>
internal static class FailuresCommand
{
    private const int StandardLimit = 1000;

    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var source = new Option<string?>("--source") { Description = "Only those of this source.", HelpName = "NAME" };
        var reason = new Option<string?>("--reason") { Description = "Only those whose reason begins so, such as failed.encrypted or robots_unreachable.", HelpName = "REASON" };
        var limit = CheckedOption.Number("--limit", 1, 1_000_000);
        limit.Description = $"At most so many, the newest first (default: {StandardLimit}).";
        limit.HelpName = "N";
        var json = new Option<bool>("--json") { Description = "One JSON object a line for a program." };
        var command = common.AddTo(new Command("failures", "Lists the documents that could not be fetched or read, and why.") { source, reason, limit, json });
        command.Add(ReplayCommand.Create(terminal));
        command.SetAction((parsed, cancellation) =>
        {
            var filter = new FailureFilter { Source = parsed.GetValue(source), Reason = parsed.GetValue(reason) };
            return Run(common.Settings(parsed), filter, parsed.GetValue(limit) ?? StandardLimit, parsed.GetValue(json), terminal, cancellation);
        });
        return command;
    }

    private static async Task<int> Run(PipelineSettings settings, FailureFilter filter, int limit, bool json, Terminal terminal, CancellationToken cancellation)
    {
        await using var store = await StoreSession.Open(settings, cancellation);
        var query = store.Get<FailureQuery>();
        foreach (var failure in await query.List(filter, limit, cancellation))
            await terminal.Out.WriteLineAsync(json ? CommandJson.Object(failure) : Line(failure));
        if (!json)
            terminal.Say($"failures: {CountLines.Of(await query.CountByReason(filter, cancellation))}");
        return ExitCode.Done;
    }

    private static string Line(Failure failure) =>
        string.Create(CultureInfo.InvariantCulture, $"{failure.At.UtcDateTime:yyyy-MM-dd HH:mm}  {failure.Stage}  {failure.Reason}  {failure.Url}  {failure.Detail}");
}
