namespace Pipeline.Web.Layout.Charts;

/// <summary>One line over the years.</summary>
/// <param name="Values">One a year; null where there is none, which breaks the line.</param>
public sealed record Line(string Label, IReadOnlyList<double?> Values);
