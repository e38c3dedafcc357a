namespace Pipeline.Web.Layout.Charts;

/// <summary>One line over the years.</summary>
/// <param name="Values">One a year; null where there is none, which breaks the line.</param>
/// <param name="Rings">One a year: whether the point is ringed, because it is unusual; null for none.</param>
public sealed record Line(string Label, IReadOnlyList<double?> Values, IReadOnlyList<bool>? Rings = null);
