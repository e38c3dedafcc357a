using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;

namespace Pipeline.Web.Api;

/// <param name="Within">Region that is shown, from the outside in; empty for the whole country.</param>
/// <param name="Regions">Regions directly below it that the table of divisions or a record knows.</param>
/// <param name="Bodies">Bodies of the region itself, not of those below it.</param>
public sealed record CoverageModel(IReadOnlyList<Region> Within, IReadOnlyList<int> Years, IReadOnlyList<RegionCoverage> Regions, IReadOnlyList<BodyCoverage> Bodies);

/// <param name="Region">Null for bodies whose region is unknown.</param>
/// <param name="Counts">By year.</param>
public sealed record RegionCoverage(Region? Region, IReadOnlyDictionary<int, YearCoverage> Counts);

/// <param name="Bodies">Bodies with a record.</param>
/// <param name="Prose">Further bodies whose only report has no tables, as those on the years before 2019.</param>
public sealed record YearCoverage(long Bodies, long Accepted, long Prose);

/// <param name="Records">By year.</param>
/// <param name="Prose">Addresses of reports without tables, by year, where there is no record: a year that stands in neither is missing.</param>
public sealed record BodyCoverage(string Body, IReadOnlyDictionary<int, BodyReport> Records, IReadOnlyDictionary<int, string> Prose);

public sealed record BodyReport(long RecordId, ReviewStatus Status);
