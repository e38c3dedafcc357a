using System.Collections.Immutable;
using Pipeline.Extractor.Scoring;
using Pipeline.Evaluation.Corpora;

namespace Pipeline.Evaluation.Fitting;

/// <summary>Fits the confidence model, cells first, then records on top of them.</summary>
internal static class ModelFit
{
    private const double CellPenalty = 1;

    // Some warnings occur in one layout only: a model fitted without it must not forget them, so the prior speaks as loudly as a record.
    private const double RecordPenalty = 1;

    public static ConfidenceModel Fit(ConfidenceModel prior, IReadOnlyCollection<ReadDocument> documents) => Fit(prior, documents, Examples.OfCells(documents));

    /// <param name="cells">Examples of those documents' cells.</param>
    public static ConfidenceModel Fit(ConfidenceModel prior, IReadOnlyCollection<ReadDocument> documents, ImmutableArray<Example> cells)
    {
        var cell = LogisticFit.Fit(prior.Cell, cells, CellPenalty);
        var record = LogisticFit.Fit(prior.Record, Examples.OfRecords(documents, cell), RecordPenalty);
        return prior with { Cell = cell, Record = record };
    }
}
