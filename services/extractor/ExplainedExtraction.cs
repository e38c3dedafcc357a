using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor;

/// <summary>An extraction with what led to it.</summary>
/// <param name="Document">Null when the bytes could not be read.</param>
/// <param name="Reports">Those of the result, in its order.</param>
public sealed record ExplainedExtraction(ExtractionResult Result, SourceDocument? Document, ImmutableArray<ExplainedReport> Reports);
