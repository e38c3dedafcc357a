using System.Collections.Immutable;
using Pipeline.Evaluation.Corpora;

namespace Pipeline.Evaluation.Scores;

/// <summary>The scores of a corpus: all of it, by layout and by document.</summary>
public sealed record CorpusScore(Figures Overall, ImmutableSortedDictionary<string, Figures> Layouts, ImmutableArray<DocumentScore> Documents)
{
    public static CorpusScore Of(IEnumerable<ReadDocument> documents)
    {
        ImmutableArray<DocumentScore> scores = [.. documents.Select(read => DocumentScore.Of(read.Document, read.Reports))];
        return new CorpusScore(
            Figures.Of(scores),
            scores.GroupBy(score => score.Layout, StringComparer.Ordinal).ToImmutableSortedDictionary(layout => layout.Key, layout => Figures.Of([.. layout]), StringComparer.Ordinal),
            scores);
    }
}
