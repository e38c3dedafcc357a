using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Extractor;

/// <summary>A report with all that led to it.</summary>
/// <param name="Evidence">One a cell of the report, in its order.</param>
/// <param name="Page">Every reading of every table, those that lost included.</param>
/// <param name="Checks">All that could be evaluated, held or broken.</param>
public sealed record ExplainedReport(AnnualReport Report, ImmutableArray<CellEvidence> Evidence, AlignedPage Page, ImmutableArray<CheckOutcome> Checks);
