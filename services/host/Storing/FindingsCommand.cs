using System.CommandLine;
using System.Globalization;
using Pipeline.Bodies.Findings;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Findings;

namespace Pipeline.Host.Storing;

/// <summary><c>pipeline findings</c>: what comparing reports over years and levels has shown.</summary>
internal static class FindingsCommand
{
    // Read so many at a time, so that the length of the list does not matter.
    private const int Page = 500;

    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var kind = CheckedOption.Choice<FindingKind>("--kind");
        kind.Description = "Only of this kind.";
        var outcome = CheckedOption.Choice<FindingOutcome>("--outcome");
        outcome.Description = "Only with this outcome (default: all that do not agree).";
        var year = CheckedOption.Number("--year", 1949, 2200);
        year.Description = "Only those on this year.";
        year.HelpName = "YEAR";
        var region = new Option<string?>("--region") { Description = "Start of the region code: two digits are a province.", HelpName = "CODE" };
        var json = new Option<bool>("--json") { Description = "One JSON object a line for a program." };
        var command = common.AddTo(new Command("findings", "Lists what comparing reports over years and levels shows; it changes no value.") { kind, outcome, year, region, json });
        command.SetAction((parsed, cancellation) =>
        {
            var filter = new FindingFilter { Kind = parsed.GetValue(kind), Outcome = parsed.GetValue(outcome), Year = parsed.GetValue(year), Region = parsed.GetValue(region) };
            return Run(common.Settings(parsed), filter, parsed.GetValue(json), terminal, cancellation);
        });
        return command;
    }

    private static async Task<int> Run(PipelineSettings settings, FindingFilter filter, bool json, Terminal terminal, CancellationToken cancellation)
    {
        await using var store = await StoreSession.Open(settings, cancellation);
        IReadOnlyList<StoredFinding> page;
        long after = 0;
        do
        {
            page = await store.Get<FindingQuery>().Page(filter, after, Page, cancellation);
            foreach (var finding in page)
                await terminal.Out.WriteLineAsync(json ? CommandJson.Object(finding) : Line(finding));
            after = page.Count > 0 ? page[^1].Id : 0;
        }
        while (page.Count == Page);
        return ExitCode.Done;
    }

    private static string Line(StoredFinding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Kind.ToString().ToLowerInvariant(),-9}  {finding.Outcome.ToString().ToLowerInvariant(),-9}  {finding.Year}  {finding.Body.Name}  {string.Join(", ", finding.Cells.Take(3).Select(cell => $"{cell.Cell} {cell.Left}≠{cell.Right}"))}{(finding.Cells.Count > 3 ? ", …" : "")}{Named(" explained by ", finding.Suspects)}{Named(" missing ", finding.Missing)}");

    private static string Named(string what, IReadOnlyList<Store.Bodies.BodyName> bodies) => bodies.Count == 0 ? "" : $"; {what.Trim()} {string.Join(", ", bodies.Take(5).Select(body => body.Name))}{(bodies.Count > 5 ? $" and {bodies.Count - 5} more" : "")}";
}
