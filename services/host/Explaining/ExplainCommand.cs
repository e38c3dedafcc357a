using System.CommandLine;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor;
using Pipeline.Extractor.Explaining;
using Pipeline.Extractor.Scoring;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;

namespace Pipeline.Host.Explaining;

/// <summary><c>pipeline explain FILE|URL [CELL]</c>: shows where every value comes from and what its confidence rests on.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var source = new Argument<string>("FILE|URL") { Description = "A document, or the address of one that was crawled." };
        var cell = new Argument<string?>("CELL") { Description = "Id of one cell, as extract prints it; all of them without it.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "One JSON line for each report." };
        var command = common.AddTo(new Command("explain", "Shows where each value was read, by which rule, and what raised or lowered its confidence.") { source, cell, json });
        command.SetAction(async (parsed, cancellation) =>
        {
            var wanted = Known(parsed.GetValue(cell));
            var document = await ExplainedSource.Load(parsed.GetRequiredValue(source), common.Settings(parsed), cancellation);
            await using var painter = InstalledPainter.Create();
            var explained = await ReportExtractor.With(painter).Explain(document.Bytes, document.Hints, cancellation);
            if (explained.Document is null || explained.Reports.IsEmpty)
            {
                terminal.Say($"There is no record to explain ({explained.Result.Reason}): {explained.Result.Detail}");
                return ExitCode.Failed;
            }

            foreach (var report in explained.Reports.Select(report => ReportExplanation.Of(report, explained.Document, ConfidenceModel.Default)).Select(report => Only(report, wanted)))
            {
                foreach (var line in parsed.GetValue(json) ? [CommandJson.Object(report)] : ExplanationLines.Of(report))
                    await terminal.Out.WriteLineAsync(line);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static ReportExplanation Only(ReportExplanation report, string? cell) =>
        cell is null ? report : report with { Cells = [.. report.Cells.Where(explained => explained.Reading.Cell.ToString() == cell)] };

    private static string? Known(string? cell)
    {
        var known = FormCatalog.Current.Forms.SelectMany(form => form.Cells).Select(form => form.Id.ToString()).Distinct(StringComparer.Ordinal).ToList();
        if (cell is null || known.Contains(cell))
            return cell;
        var similar = known.Where(id => id.Contains(cell, StringComparison.OrdinalIgnoreCase)).Take(8).ToList();
        throw new CommandFailedException($"There is no cell '{cell}'. {(similar.Count > 0 ? $"Did you mean {string.Join(" or ", similar)}?" : "One looks like applications.granted.total; without a cell, explain lists them all.")}", ExitCode.WrongUse);
    }
}
