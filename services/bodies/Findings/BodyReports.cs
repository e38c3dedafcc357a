using System.Collections.Immutable;
using Pipeline.Bodies.Names;

namespace Pipeline.Bodies.Findings;

/// <summary>A body with its reports.</summary>
/// <param name="Reports">By year, one for each at most.</param>
/// <param name="LastExpected">Last year that it reports on, where somebody declared it; null while it goes on.</param>
/// <param name="IsDeclared">Whether it stands in the user's own file.</param>
public sealed record BodyReports(long Body, BodyKind Kind, ImmutableArray<YearReport> Reports, int? FirstExpected, int? LastExpected, bool IsDeclared)
{
    public YearReport? On(int year) => Reports.FirstOrDefault(report => report.Year == year);

    /// <summary>First year that it can be expected to report on; null when nothing tells.</summary>
    public int? First => FirstExpected ?? (Reports.IsEmpty ? null : Reports[0].Year);
}
