using System.Collections.Immutable;
using Pipeline.Extractor.Scoring;
using Pipeline.Host.Evaluation.Corpora;

namespace Pipeline.Host.Evaluation.Fitting;

/// <summary>Fits the confidence model, cells first, then records on top of them.</summary>
internal static class ModelFit
{
    // Cells of one document err together, so each says less than one reading's worth: the prior gets a voice accordingly.
    private const double CellPenalty = 1;

    private const double RecordPenalty = 0.02;

    public static ConfidenceModel Fit(ConfidenceModel prior, IReadOnlyCollection<ReadDocument> documents) => Fit(prior, documents, Examples.OfCells(documents));

    /// <param name="cells">Examples of those documents' cells.</param>
    public static ConfidenceModel Fit(ConfidenceModel prior, IReadOnlyCollection<ReadDocument> documents, ImmutableArray<Example> cells)
    {
        var cell = LogisticFit.Fit(prior.Cell, cells, CellPenalty);
        var record = LogisticFit.Fit(prior.Record, Examples.OfRecords(documents, cell), RecordPenalty);
        return prior with { Cell = cell, Record = record };
    }
}
