using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Scoring;
using Pipeline.Evaluation.Corpora;
using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Fitting;

/// <summary>A model fitted on all documents, and how well such models judge layouts that they have not seen.</summary>
/// <param name="HeldOut">The documents' scores, each layout judged by a model fitted on the others, with the threshold of <paramref name="Model"/>.</param>
/// <param name="KindsHeldOut">The same, all layouts of a kind left out together and told as one.</param>
public sealed record FittedModel(ConfidenceModel Model, CorpusScore HeldOut, CorpusScore KindsHeldOut)
{
    public static FittedModel Of(ImmutableArray<ReadDocument> documents)
    {
        var heldOut = LayoutCrossValidation.Judge(documents);
        var threshold = AcceptanceThreshold.For(CorpusScore.Of(heldOut.Select(LetThrough)).Documents.SelectMany(document => document.Records));
        var model = ModelFit.Fit(ConfidenceModel.Prior, documents) with { Threshold = threshold };
        var kindsHeldOut = LayoutCrossValidation.Judge([.. documents.Select(ByKind)]);
        return new FittedModel(model, Scored(heldOut, threshold), Scored(kindsHeldOut, threshold));
    }

    private static CorpusScore Scored(IEnumerable<ReadDocument> documents, double threshold) => CorpusScore.Of(documents.Select(read => read.AcceptedFrom(threshold)));

    private static ReadDocument ByKind(ReadDocument read) => read with { Document = read.Document with { Layout = read.Document.Kind } };

    // The other conditions of acceptance keep the rest for review, whatever its confidence.
    private static ReadDocument LetThrough(ReadDocument read) =>
        read with { Reports = [.. read.AcceptedFrom(0).Reports.Where(report => report.Status == ReviewStatus.Accepted)] };
}
