namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>One way to damage or alter a document.</summary>
/// <param name="Kind">Format and what is done, such as <c>html.cell-removed</c>.</param>
/// <param name="Apply">Deterministic in its random numbers; null where the document has no place for it.</param>
internal sealed record Mutation(string Kind, Func<Original, Random, Change?> Apply);

/// <summary>A mutated document and what its reading must keep.</summary>
internal sealed record Change(byte[] Bytes, Promise Promise);
