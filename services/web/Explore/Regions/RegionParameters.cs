using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Pipeline.Bodies.Names;
using Pipeline.Web.Api;

namespace Pipeline.Web.Explore.Regions;

/// <summary>What an address asks of regions, as it is written.</summary>
internal sealed class RegionParameters
{
    public string? Cell { get; init; }

    public string? Region { get; init; }

    public string? Kind { get; init; }

    public string? Year { get; init; }

    public string? Measure { get; init; }

    [FromQuery(Name = "compare")]
    public string[]? Compare { get; init; }

    /// <summary>Null when a part of it names nothing.</summary>
    public RegionQuestion? Question()
    {
        var year = 0;
        var measure = RegionMeasure.Sum;
        if (FigureEndpoints.CellOf(string.IsNullOrEmpty(Cell) ? null : Cell) is not { } cell || !CoverageReading.IsRegion(Region) || !BodyEndpoints.TryKind(Kind, out var kind)
            || !string.IsNullOrEmpty(Year) && !int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out year)
            || !string.IsNullOrEmpty(Measure) && (char.IsAsciiDigit(Measure[0]) || !Enum.TryParse(Measure, ignoreCase: true, out measure)))
            return null;
        return new(cell, string.IsNullOrEmpty(Region) ? null : Region, kind ?? BodyKind.Government, year == 0 ? null : year, measure, [.. (Compare ?? []).Where(code => code.Length > 0).Distinct(StringComparer.Ordinal)]);
    }
}
