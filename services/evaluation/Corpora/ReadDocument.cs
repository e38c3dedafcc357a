using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Evaluation.Corpora;

/// <summary>A document of a corpus with what the extractor made of it.</summary>
/// <param name="Evidence">For each report, one a cell: enough to judge it again under another model.</param>
public sealed record ReadDocument(CorpusDocument Document, ImmutableArray<AnnualReport> Reports, ImmutableArray<ImmutableArray<CellEvidence>> Evidence)
{
    public ReadDocument Under(ConfidenceModel model) => this with { Reports = [.. Reports.Zip(Evidence, (report, its) => ReportConfidence.Under(model, report, its))] };

    public ReadDocument AcceptedFrom(double threshold) => this with { Reports = [.. Reports.Select(report => ReportConfidence.AcceptedFrom(threshold, report))] };
}
