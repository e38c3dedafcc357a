using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Coverage;
using Pipeline.Store.Figures;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Api;

/// <summary><c>/figures</c> and <c>/coverage</c>: many records at once.</summary>
internal static class FigureEndpoints
{
    // What the newest form of the default genre shows first.
    private static string StandardCell => FormCatalog.Current.DefaultGenre.Forms.SelectMany(form => form.Highlights).First().Cell.Id.ToString();

    public static void Map(IEndpointRouteBuilder api)
    {
        var figures = api.MapGroup("").WithTags("figures");
        figures.MapGet("/figures", Figures).Produces<Listing<YearFigure>>().ProducesProblem(400).WithSummary("One cell summed over the records of a filter, year by year. A whole country takes a second or two.");
        figures.MapGet("/coverage", Coverage).Produces<CoverageModel>().ProducesProblem(400).WithSummary("Which regions and bodies have reported on which years: a year without an entry is missing.");
    }

    /// <returns>Null when no form has the cell; the standard one when none is named.</returns>
    public static CellId? CellOf(string? name) => FormCatalog.Current.Forms.SelectMany(form => form.Cells).FirstOrDefault(known => known.Id.ToString() == (name ?? StandardCell))?.Id;

    private static async Task<IResult> Figures(
        CachedFigures figures, [AsParameters] RecordParameters parameters, [FromQuery, Description("Name of a cell of an official form.")] string? cell, CancellationToken cancellation)
    {
        var filter = parameters.Filter(out var problem);
        if (problem is { } wrong)
            return Problems.BadParameter(wrong.Name, wrong.Expected);
        return CellOf(cell) is { } known
            ? Entity.Of(new Listing<YearFigure>(await figures.PerYear(known, filter, cancellation), null))
            : Problems.BadParameter("cell", $"the name of a cell of an official form, such as {StandardCell}");
    }

    private static async Task<IResult> Coverage(
        CoverageQuery coverage, IRegionNames regions, [FromQuery, Description("GB/T 2260 code of a province, prefecture or county, six digits; without it the country.")] string? region, CancellationToken cancellation) =>
        CoverageReading.IsRegion(region)
            ? Entity.Of(await CoverageReading.At(coverage, regions, string.IsNullOrEmpty(region) ? null : region, cancellation))
            : Problems.BadParameter("region", "six digits of a region code, such as 330300");
}
