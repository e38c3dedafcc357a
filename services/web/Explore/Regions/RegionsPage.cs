using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Totals;
using Pipeline.Web.Api;
using Pipeline.Web.Layout;
using Pipeline.Web.Layout.Charts;

namespace Pipeline.Web.Explore.Regions;

/// <summary>Regions compared by a cell of the form: ranked, on a map, followed over the years; as a page, as a table and as pictures.</summary>
internal static class RegionsPage
{
    // A municipality has forty districts, a province some twenty prefectures.
    private const int MostYears = 15;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/explore/regions", Page);
        pages.MapGet("/explore/regions.csv", Table);
        pages.MapGet("/explore/regions/{plot}.svg", Picture);
    }

    private static async Task<IResult> Page(CachedTotals totals, IRegionNames regions, [AsParameters] RegionParameters parameters, HttpRequest request, CancellationToken cancellation)
    {
        if (parameters.Question() is not { } question)
            return Unknown();
        var (within, digits) = Grain(question, regions);
        var sums = await totals.Soon(question.Cell, within, digits, question.Kind, cancellation);
        var address = request.Path + request.QueryString;
        return PageResults.Of<RegionsView>(sums is null
            ? new RegionsModel(question, CoverageReading.Path(question.Region, regions), [], null, false, address)
            : Model(question, regions, sums.Answer, digits, sums.IsOld, address));
    }

    private static async Task<IResult> Table(CachedTotals totals, IRegionNames regions, [AsParameters] RegionParameters parameters, CancellationToken cancellation) =>
        await Whole(totals, regions, parameters, cancellation) is { } model ? RegionsTable.Of(model) : Unknown();

    private static async Task<IResult> Picture(string plot, CachedTotals totals, IRegionNames regions, [AsParameters] RegionParameters parameters, CancellationToken cancellation) =>
        Enum.TryParse<RegionPlot>(plot, ignoreCase: true, out var kind) && await Whole(totals, regions, parameters, cancellation) is { } model
            ? ChartFile.Of<RegionChart>(new() { ["Model"] = model, ["Plot"] = kind, ["IsFile"] = true }, $"{plot}-{model.Question.Cell}-{model.Year}.svg")
            : Unknown();

    private static async Task<RegionsModel?> Whole(CachedTotals totals, IRegionNames regions, RegionParameters parameters, CancellationToken cancellation)
    {
        if (parameters.Question() is not { } question)
            return null;
        var (within, digits) = Grain(question, regions);
        return Model(question, regions, await totals.Of(question.Cell, within, digits, question.Kind, cancellation), digits, false, "");
    }

    private static RegionsModel Model(RegionQuestion question, IRegionNames regions, IReadOnlyList<Total> totals, int digits, bool isOld, string address)
    {
        var years = totals.Select(total => total.Year).Distinct().OrderDescending().Take(MostYears).ToList();
        var year = question.Year ?? years.FirstOrDefault();
        var rows = totals.GroupBy(total => total.Region).Select(region => new RegionRow(region.Key is { } prefix ? Named(prefix.PadRight(6, '0'), regions) : null, region.ToDictionary(total => total.Year)));
        return new(
            question, CoverageReading.Path(question.Region, regions), years,
            [.. rows.OrderByDescending(row => row.Value(year, question.Measure) ?? double.MinValue).ThenBy(row => row.Region?.Code, StringComparer.Ordinal)], isOld, address);
    }

    private static Region Named(string code, IRegionNames regions) => new(code, regions.NameOf(code) ?? code);

    /// <summary>Which codes are looked at, and how many digits tell the regions apart.</summary>
    private static (string Within, int Digits) Grain(RegionQuestion question, IRegionNames regions)
    {
        var below = regions.Below(question.Region);
        return (Region.PrefixOf(question.Region), below.Count == 0 ? 6 : Region.PrefixOf(below[0].Code).Length);
    }

    private static IResult Unknown() => PageResults.Problem(StatusCodes.Status400BadRequest, "This address names a cell, region, kind, year or plot that does not exist.", "地址中的数据项、地区、类别、年度或图形不存在。");
}
