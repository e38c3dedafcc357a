using System.Collections.Immutable;

namespace Pipeline.Evaluation.Corpora;

/// <summary>A document with its truth.</summary>
/// <param name="File">Path.</param>
/// <param name="Truth">Its reports; empty for a document that is none.</param>
public sealed record CorpusDocument(string Id, string File, string Layout, ImmutableArray<TruthRecord> Truth)
{
    /// <summary>Who made it and in which format: layouts of one kind are more alike than the world is to any of them.</summary>
    public string Kind => $"{Path.GetFileName(Path.GetDirectoryName(File))} {Path.GetExtension(File).TrimStart('.')}";
}
