using System.CommandLine;
using Pipeline.Evaluation.Comparison;
using Pipeline.Evaluation.Corpora;
using Pipeline.Evaluation.Fitting;
using Pipeline.Evaluation.Scores;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Evaluation;

/// <summary><c>pipeline eval CORPUS</c>: scores the extractor over documents with truth.</summary>
internal static class EvalCommand
{
    public static Command Create(Terminal terminal)
    {
        var corpus = new Argument<string>("CORPUS") { Description = "Folder with manifest.csv, the documents, and truth/ID.json." };
        var save = new Option<string?>("--save") { Description = "Keep the result, to compare a later one with.", HelpName = "FILE" };
        var compare = new Option<string?>("--compare") { Description = "Show what changed since this saved result.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "One object instead of a table." };
        var leaveOut = new Option<bool>("--leave-one-layout-out") { Description = "Judge each layout by a confidence model fitted on the others alone." };
        var command = new Command("eval", "Reads a corpus and scores the records against its truth, by layout.") { corpus, save, compare, json, leaveOut };
        command.SetAction((parsed, cancellation) => EvaluationFaults.Told(async () =>
        {
            // Before the long work: a wrong file name must not cost it.
            var before = parsed.GetValue(compare) is { } earlier ? await ScoreFile.Load(earlier, cancellation) : null;
            var documents = await CorpusReading.Read(parsed.GetRequiredValue(corpus), terminal.Say, cancellation);
            var score = CorpusScore.Of(parsed.GetValue(leaveOut) ? LayoutCrossValidation.Judge(documents) : documents);
            if (parsed.GetValue(save) is { } file)
                await ScoreFile.Save(score, file, cancellation);
            var changes = before is null ? null : ScoreChanges.Between(before, score);
            foreach (var line in parsed.GetValue(json) ? [CommandJson.Object(new { score.Overall, score.Layouts, score.Documents, Changes = changes })] : Lines(score, changes))
                await terminal.Out.WriteLineAsync(line);
            return ExitCode.Done;
        }));
        return command;
    }

    private static IEnumerable<string> Lines(CorpusScore score, ScoreChanges? changes)
    {
        IEnumerable<string> lines = [.. ScoreTable.Lines(score), ScoreTable.Legend];
        return changes is null ? lines : [.. lines, "", "Changes", .. ChangeLines.Of(changes)];
    }
}
