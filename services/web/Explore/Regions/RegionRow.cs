using Pipeline.Contracts.Ports;
using Pipeline.Store.Totals;

namespace Pipeline.Web.Explore.Regions;

/// <summary>One region and what its bodies come to, year by year.</summary>
/// <param name="Region">Null for bodies whose region is unknown.</param>
public sealed record RegionRow(Region? Region, IReadOnlyDictionary<int, Total> Totals)
{
    /// <returns>Null where there is nothing to compare.</returns>
    public double? Value(int year, RegionMeasure measure) => Totals.GetValueOrDefault(year) is not { } total ? null : measure switch
    {
        RegionMeasure.Sum => total.Stated == 0 ? null : (double)total.Sum,
        RegionMeasure.Mean => total.Stated == 0 ? null : (double)total.Sum / total.Stated,
        _ => total.Expected == 0 ? null : (double)total.Reported / total.Expected,
    };
}
