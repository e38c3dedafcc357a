using System.Collections.Immutable;
using Pipeline.Contracts.Forms;

namespace Pipeline.Releases.Tables;

/// <summary>A column of a released table, with what may stand in it.</summary>
/// <param name="Text">What it is, for people.</param>
public sealed record Column(string Name, ColumnType Type, LocalizedText Text)
{
    /// <summary>Whether every row has a value.</summary>
    public bool Required { get; init; }

    /// <summary>The only values that it takes; empty where that is open.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Least and greatest value; null where there is no bound.</summary>
    public (double Least, double Most)? Range { get; init; }
}
