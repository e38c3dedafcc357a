using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Scoring;
using Pipeline.Evaluation.Corpora;
using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Fitting;

/// <summary>A model fitted on all documents, and how well such models judge layouts that they have not seen.</summary>
/// <param name="HeldOut">The documents' scores, each layout judged by a model fitted on the others, with the threshold of <paramref name="Model"/>.</param>
public sealed record FittedModel(ConfidenceModel Model, CorpusScore HeldOut)
{
    public static FittedModel Of(ImmutableArray<ReadDocument> documents)
    {
        var heldOut = LayoutCrossValidation.Judge(documents);
        var threshold = AcceptanceThreshold.For(CorpusScore.Of(heldOut.Select(LetThrough)).Documents.SelectMany(document => document.Records));
        var model = ModelFit.Fit(ConfidenceModel.Prior, documents) with { Threshold = threshold };
        return new FittedModel(model, CorpusScore.Of(heldOut.Select(read => read.AcceptedFrom(threshold))));
    }

    // The other conditions of acceptance keep the rest for review, whatever its confidence.
    private static ReadDocument LetThrough(ReadDocument read) =>
        read with { Reports = [.. read.AcceptedFrom(0).Reports.Where(report => report.Status == ReviewStatus.Accepted)] };
}
