using System.Collections.Immutable;
using Pipeline.Bodies.Names;

namespace Pipeline.Bodies.Resolving;

/// <summary>Mentions of one organ of one place: what the names alone tell to be one body.</summary>
/// <param name="Index">Place among the atoms.</param>
/// <param name="Place">Code of the division, or the site where that is unknown.</param>
/// <param name="Years">All years of the mentions.</param>
internal sealed record Atom(int Index, string Place, string? Region, Organ Organ, ImmutableArray<int> Mentions, ImmutableSortedSet<int> Years, ImmutableArray<string> Evidence)
{
    public string Key => $"{Place}|{Organ.Key}";

    public int First => Years.Min;

    public int Last => Years.Max;

    public bool IsBefore(Atom other) => Last < other.First;
}
