using System.Collections.Immutable;

namespace Pipeline.Evaluation.Corpora;

/// <summary>One report as it is printed.</summary>
/// <param name="Aliases">Other printed names of the body, as good as the first.</param>
/// <param name="Cells">Every cell of the form by id; null for a blank.</param>
public sealed record TruthRecord(string? Form, int? Year, string? Authority, ImmutableArray<string> Aliases, ImmutableSortedDictionary<string, decimal?> Cells);
