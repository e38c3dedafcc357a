using System.Collections.Immutable;
using Pipeline.Bodies.Names;

namespace Pipeline.Bodies.Declared;

/// <summary>A body of the user's own file.</summary>
/// <param name="Id">As the file names it; ours have ids of their own.</param>
/// <param name="Region">GB/T 2260 code of today; null when the file gives none.</param>
/// <param name="BelongsTo">Id of the government that counts its report in its own.</param>
/// <param name="From">First year that it reports on; null when the file does not say.</param>
/// <param name="To">Last such year; null while it goes on.</param>
public sealed record DeclaredBody(string Id, string Name, ImmutableArray<string> OtherNames, BodyKind? Kind, string? Region, string? BelongsTo, int? From, int? To);

/// <summary>What is wrong with a line of the file.</summary>
/// <param name="Line">From 1, as editors count.</param>
public sealed record BodiesFault(int Line, string Text)
{
    public override string ToString() => $"line {Line}: {Text}";
}
