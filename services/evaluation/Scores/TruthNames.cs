using System.Collections.Immutable;
using Pipeline.Evaluation.Corpora;

namespace Pipeline.Evaluation.Scores;

internal static class TruthNames
{
    /// <summary>The body's names as compared, the fullest first.</summary>
    public static ImmutableArray<string> Names(this TruthRecord truth) =>
        [.. truth.Aliases.Prepend(truth.Authority ?? string.Empty).Select(ComparableName.Of).Where(name => name.Length > 0)];
}
