using System.Collections.Immutable;
using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Comparison;

/// <summary>What a change did to one document.</summary>
/// <param name="Gained">Cells that were wrong and are right.</param>
/// <param name="Lost">Cells that were right and are wrong.</param>
/// <param name="Facts">Other counts that moved, such as <c>exact 0 to 1</c>.</param>
public sealed record DocumentChange(string Id, string Layout, ImmutableArray<string> Gained, ImmutableArray<WrongCell> Lost, ImmutableArray<string> Facts)
{
    private static readonly (string Name, Func<Counts, int> Count)[] Compared =
    [
        ("exact", counts => counts.Exact),
        ("read as a report", counts => counts.Found + counts.Mistaken),
        ("form", counts => counts.Form),
        ("year", counts => counts.Year),
        ("authority", counts => counts.Authority),
        ("accepted", counts => counts.Accepted),
    ];

    public bool IsEmpty => Gained.IsEmpty && Lost.IsEmpty && Facts.IsEmpty;

    public static DocumentChange Between(DocumentScore before, DocumentScore after) => new(
        after.Id,
        after.Layout,
        [.. before.Wrong.Select(cell => cell.Cell).Except(after.Wrong.Select(cell => cell.Cell), StringComparer.Ordinal)],
        [.. after.Wrong.ExceptBy(before.Wrong.Select(cell => cell.Cell), cell => cell.Cell, StringComparer.Ordinal)],
        [.. Compared.Select(fact => (fact.Name, Before: fact.Count(before.Counts), After: fact.Count(after.Counts))).Where(fact => fact.Before != fact.After).Select(fact => $"{fact.Name} {fact.Before} to {fact.After}")]);
}
