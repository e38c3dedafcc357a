using System.Globalization;
using Pipeline.Bodies.Names;
using Pipeline.Contracts;

namespace Pipeline.Web.Explore.Regions;

/// <summary>Which regions are compared, and by what.</summary>
/// <param name="Region">Six digits: the divisions directly below it are compared; null for the provinces.</param>
/// <param name="Kind">Kinds are never added up: a government's report holds those of its departments.</param>
/// <param name="Year">Null for the newest.</param>
/// <param name="Compare">Codes of the regions that are followed over the years.</param>
public sealed record RegionQuestion(CellId Cell, string? Region, BodyKind Kind, int? Year, RegionMeasure Measure, IReadOnlyList<string> Compare)
{
    /// <summary>As the query of an address, always in the same order.</summary>
    public string ToQuery() => string.Create(
        CultureInfo.InvariantCulture,
        $"cell={Cell}&region={Region}&kind={Kind.ToString().ToLowerInvariant()}&year={Year}&measure={Measure.ToString().ToLowerInvariant()}{string.Concat(Compare.Select(code => $"&compare={code}"))}");
}
