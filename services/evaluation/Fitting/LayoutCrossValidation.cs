using System.Collections.Immutable;
using Pipeline.Extractor.Scoring;
using Pipeline.Evaluation.Corpora;

namespace Pipeline.Evaluation.Fitting;

/// <summary>Judges every layout by a model that has seen none of its documents.</summary>
public static class LayoutCrossValidation
{
    /// <returns>The same documents in the same order, with the confidences of those models.</returns>
    public static ImmutableArray<ReadDocument> Judge(IReadOnlyCollection<ReadDocument> documents)
    {
        var cells = Examples.OfCells(documents);
        var models = documents.Select(read => read.Document.Layout).Distinct(StringComparer.Ordinal).AsParallel()
            .Select(layout => (layout, Model: Without(layout, documents, cells)))
            .ToDictionary(fold => fold.layout, fold => fold.Model, StringComparer.Ordinal);
        return [.. documents.Select(read => read.Under(models[read.Document.Layout]))];
    }

    private static ConfidenceModel Without(string layout, IReadOnlyCollection<ReadDocument> documents, ImmutableArray<Example> cells) => ModelFit.Fit(
        ConfidenceModel.Prior,
        [.. documents.Where(read => read.Document.Layout != layout)],
        [.. cells.Where(example => example.Layout != layout)]);
}
