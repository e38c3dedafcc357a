using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reasons;
using Pipeline.Evaluation.Calibrating;
using Pipeline.Evaluation.Corpora;
using Pipeline.Evaluation.Fitting;
using Pipeline.Evaluation.Scores;
using Pipeline.Extractor.Scoring;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Store.Documents;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Learning;

namespace Pipeline.Host.Evaluation;

/// <summary><c>pipeline calibrate CORPUS…</c>: fits the confidence model and shows how it judges layouts that it has not seen.</summary>
internal static class CalibrateCommand
{
    public static Command Create(Terminal terminal)
    {
        var corpora = new Argument<string[]>("CORPUS") { Description = "Folders as for eval; together they should hold errors, or nothing can be learned.", Arity = ArgumentArity.ZeroOrMore };
        var write = new Option<string?>("--write") { Description = "Write the fitted model, JSON. The extractor carries services/extractor/Scoring/confidence-model.json.", HelpName = "FILE" };
        var diagram = new Option<string?>("--diagram") { Description = "Draw the reliability diagram, SVG.", HelpName = "FILE" };
        var common = new CommonOptions();
        var reviewed = new Option<bool>("--reviewed") { Description = "Also learn from the records of the data folder that reviewers have finished with; tells which evidence their decisions show to be over- and underrated, and which records would teach most." };
        var command = common.AddTo(new Command("calibrate", "Fits the confidence model to documents with truth and shows how well it holds on layouts left out of the fit.") { corpora, reviewed, write, diagram });
        command.Validators.Add(result =>
        {
            if (!result.GetValue(reviewed) && result.GetValue(corpora) is not { Length: > 0 })
                result.AddError("Name a CORPUS, or learn from what was reviewed with --reviewed.");
        });
        command.SetAction((parsed, cancellation) => EvaluationFaults.Told(async () =>
        {
            var documents = ImmutableArray.CreateBuilder<ReadDocument>();
            foreach (var corpus in parsed.GetValue(corpora) ?? [])
                documents.AddRange(await CorpusReading.Read(corpus, terminal.Say, cancellation));
            if (parsed.GetValue(reviewed))
            {
                await using var store = await StoreSession.Open(common.Settings(parsed), cancellation);
                foreach (var line in await LessonLines.Of(store.Get<Lessons>(), cancellation))
                    await terminal.Out.WriteLineAsync(line);
                // What decisions say of evidence needs no fit, for which the reviewed records alone may be too few.
                if (documents.Count == 0 && parsed.GetValue(write) is null && parsed.GetValue(diagram) is null)
                    return ExitCode.Done;
                documents.AddRange(await Reviewed(store, terminal, cancellation));
            }

            var fitted = FittedModel.Of(documents.ToImmutable());
            foreach (var line in Lines(fitted))
                await terminal.Out.WriteLineAsync(line);
            Save(parsed.GetValue(write), stream => ConfidenceModelFile.Write(fitted.Model, stream));
            Save(parsed.GetValue(diagram), stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(ReliabilityDiagram.Svg(Cells(fitted), Records(fitted)))));
            return ExitCode.Done;
        }));
        return command;
    }

    private static async Task<ImmutableArray<ReadDocument>> Reviewed(StoreSession store, Terminal terminal, CancellationToken cancellation)
    {
        var corpus = new ReviewedCorpus(store.Get<ReviewedRecords>(), store.Get<RecordQuery>(), store.Get<CellReviews>(), store.Get<DocumentLookup>(), store.Get<ISnapshotStore>());
        var documents = await corpus.Read(cancellation);
        terminal.Say($"{documents.Length} reviewed records.");
        return documents;
    }

    private static IEnumerable<string> Lines(FittedModel fitted) =>
    [
        "Weights", .. Weights("cell", fitted.Model.Cell), .. Weights("record", fitted.Model.Record),
        "", "Every layout judged by a model fitted without it", .. ScoreTable.Lines(fitted.HeldOut), ScoreTable.Legend,
        "", "Cells", .. Reliability.Lines(Cells(fitted)),
        "", "Records", .. Reliability.Lines(Records(fitted)),
        "", Acceptance(fitted),
        "", "Every kind judged by a model fitted without it", .. ScoreTable.Lines(fitted.KindsHeldOut), .. fitted.KindsHeldOut.Layouts.Select(kind => Bound(kind.Key, kind.Value)), Bound("all", fitted.KindsHeldOut.Overall),
    ];

    private static IEnumerable<string> Weights<T>(string name, LogisticModel<T> model) =>
        model.Features.Zip(model.Weights, (feature, weight) => (feature.Name, Weight: weight)).Prepend((EvidenceFeatures.Base, model.Base))
            .Select(weight => string.Create(CultureInfo.InvariantCulture, $"  {name + "." + weight.Item1,-28}{weight.Item2,9:0.0000}"));

    private static string Bound(string kind, Figures figures) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind,-28}{figures.Accepted,6} accepted, {figures.AcceptedWrong} wrong: a share below {ErrorBound.Of(figures.AcceptedWrong, figures.Accepted):0.0000} with 95 % confidence");

    private static string Acceptance(FittedModel fitted)
    {
        var (figures, records) = (fitted.HeldOut.Overall, Records(fitted));
        return string.Create(CultureInfo.InvariantCulture, $"Accepted from {fitted.Model.Threshold:0.0000} on: {figures.Accepted} of {records.Length} records read, {figures.AcceptPrecision:0.0000} of them exact (no error in so many would prove an error rate below {ErrorBound.Of(0, figures.Accepted):0.0000}).");
    }

    private static ImmutableArray<Judged> Cells(FittedModel fitted) => [.. fitted.HeldOut.Documents.SelectMany(document => document.Cells)];

    private static ImmutableArray<Judged> Records(FittedModel fitted) => [.. fitted.HeldOut.Documents.SelectMany(document => document.Records)];

    private static void Save(string? file, Action<Stream> write)
    {
        if (file is null)
            return;
        try
        {
            using var stream = File.Create(file);
            write(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"{file} could not be written: {error.Message}");
        }
    }
}
