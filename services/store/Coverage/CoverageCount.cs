namespace Pipeline.Store.Coverage;

/// <summary>How many bodies of a region are known to have reported on a year.</summary>
/// <param name="Region">Start of the region code, as long as was asked for; null for bodies whose region is unknown.</param>
/// <param name="Accepted">Those of them that need no review.</param>
/// <param name="Prose">Further bodies whose only report on the year has no tables.</param>
public sealed record CoverageCount(string? Region, int Year, long Bodies, long Accepted, long Prose);
