using Pipeline.Contracts.Ports;
using Pipeline.Store.Coverage;

namespace Pipeline.Web.Api;

/// <summary>Looks at a region and those directly below it.</summary>
internal static class CoverageReading
{
    // A county with its townships has some hundred bodies with ten years each.
    private const int MostReports = 2000;
    private const int MostYears = 12;

    /// <summary>Whether a text may name a region: six digits, or nothing for the country.</summary>
    public static bool IsRegion(string? region) => region is null or "" || region.Length == 6 && region.All(char.IsAsciiDigit);

    /// <param name="code">Six digits; null for the whole country.</param>
    public static async Task<CoverageModel> At(CoverageQuery coverage, IRegionNames regions, string? code, CancellationToken cancellation)
    {
        var within = Region.PrefixOf(code);
        var below = regions.Below(code);
        var digits = below.Count == 0 ? 6 : Region.PrefixOf(below[0].Code).Length;
        var counts = await coverage.Counts(within, digits, cancellation);
        var bodies = code is null ? [] : await coverage.Bodies(code, MostReports, cancellation);
        var prose = code is null ? [] : await coverage.Prose(code, MostReports, cancellation);
        var years = counts.Select(count => count.Year).Concat(bodies.Select(body => body.Year)).Concat(prose.Select(report => report.Year)).Distinct().OrderDescending().Take(MostYears).ToList();
        return new CoverageModel(Path(code, regions), years, Regions(below, counts, digits, within), Bodies(bodies, prose));
    }

    /// <summary>A region and those that it is within, from the province inwards.</summary>
    public static IReadOnlyList<Region> Path(string? code, IRegionNames regions)
    {
        string[] steps = code is null ? [] : [code[..2] + "0000", code[..4] + "00", code];
        return [.. steps.Distinct(StringComparer.Ordinal).Where(step => step == code || regions.NameOf(step) is not null).Select(step => new Region(step, regions.NameOf(step) ?? step))];
    }

    private static IReadOnlyList<RegionCoverage> Regions(IReadOnlyList<Region> below, IReadOnlyList<CoverageCount> counts, int digits, string within)
    {
        var byRegion = counts.ToLookup(count => count.Region);
        var known = below.Select(region => new RegionCoverage(region, Counts(byRegion[region.Code[..digits]])));
        var unknown = within.Length == 0 && byRegion[null].Any() ? [new RegionCoverage(null, Counts(byRegion[null]))] : Array.Empty<RegionCoverage>();
        return [.. unknown, .. known];
    }

    private static Dictionary<int, YearCoverage> Counts(IEnumerable<CoverageCount> counts) => counts.ToDictionary(count => count.Year, count => new YearCoverage(count.Bodies, count.Accepted, count.Prose));

    private static IReadOnlyList<BodyCoverage> Bodies(IReadOnlyList<BodyYear> reports, IReadOnlyList<BodyProse> prose)
    {
        var (recorded, told) = (reports.ToLookup(report => report.Body, StringComparer.Ordinal), prose.ToLookup(report => report.Body, StringComparer.Ordinal));
        return
        [
            .. recorded.Select(body => body.Key).Concat(told.Select(body => body.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(body => new BodyCoverage(
                body,
                recorded[body].GroupBy(report => report.Year).ToDictionary(year => year.Key, year => new BodyReport(year.First().RecordId, year.First().Status)),
                told[body].ToDictionary(report => report.Year, report => report.Url))),
        ];
    }
}
