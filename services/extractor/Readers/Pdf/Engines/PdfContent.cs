using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>What an engine reads from a file.</summary>
public sealed record PdfContent(
    ImmutableArray<PdfPage> Pages, string? Title, ImmutableArray<MetadataEntry> Metadata, ImmutableArray<Issue> Issues);
