using System.Collections.Immutable;

namespace Pipeline.Evaluation.Corpora;

/// <summary>A document with its truth.</summary>
/// <param name="File">Path.</param>
/// <param name="Truth">Its reports; empty for a document that is none.</param>
public sealed record CorpusDocument(string Id, string File, string Layout, ImmutableArray<TruthRecord> Truth);
