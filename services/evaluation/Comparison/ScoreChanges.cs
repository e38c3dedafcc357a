using System.Collections.Immutable;
using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Comparison;

/// <summary>What a change to the extractor gained and lost.</summary>
/// <param name="Layouts">Those whose figures changed.</param>
/// <param name="Documents">Those that changed.</param>
/// <param name="Unmatched">Documents that only one of the results has: they are not compared.</param>
public sealed record ScoreChanges(ImmutableArray<LayoutChange> Layouts, ImmutableArray<DocumentChange> Documents, ImmutableArray<string> Unmatched)
{
    public static ScoreChanges Between(CorpusScore before, CorpusScore after)
    {
        var old = before.Documents.ToDictionary(document => document.Id, StringComparer.Ordinal);
        var now = after.Documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        return new ScoreChanges(
            [
                .. after.Layouts.Append(new("= overall", after.Overall))
                    .Select(layout => new LayoutChange(layout.Key, layout.Key == "= overall" ? before.Overall : before.Layouts.GetValueOrDefault(layout.Key) ?? layout.Value, layout.Value))
                    .Where(change => change.Before != change.After),
            ],
            [.. after.Documents.Where(document => old.ContainsKey(document.Id)).Select(document => DocumentChange.Between(old[document.Id], document)).Where(change => !change.IsEmpty)],
            [.. old.Keys.Except(now, StringComparer.Ordinal), .. now.Except(old.Keys, StringComparer.Ordinal)]);
    }
}
