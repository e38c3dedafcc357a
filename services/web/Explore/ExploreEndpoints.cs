using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Contracts.Ports;
using Pipeline.Releases.Publishing;
using Pipeline.Store.Bodies;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using Pipeline.Web.Answers;
using Pipeline.Web.Api;
using Pipeline.Web.Bodies;
using Pipeline.Web.Explore.Regions;
using Pipeline.Web.Layout;

namespace Pipeline.Web.Explore;

/// <summary>The pages of researchers: what is there, one record, figures over years, coverage, downloads.</summary>
internal static class ExploreEndpoints
{
    private const string List = "explore";

    // More years than any body has reported on.
    private const int MostYears = 40;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", () => TypedResults.LocalRedirect("/explore"));
        pages.MapGet("/explore", Records);
        pages.MapGet(RecordAddress.Path, Record);
        pages.MapGet($"{RecordAddress.Path}/years.svg", Years);
        pages.MapGet("/explore/{id:long}", Permanent);
        pages.MapGet("/explore/{id:long}/{cell}", Permanent);
        pages.MapGet("/explore/coverage", CoveragePage.Answer);
        pages.MapGet("/explore/download", Download.Answer);
        pages.MapGet("/data", (ReleaseShelf shelf) => PageResults.Of<DataPage>(DataModel.Of(shelf)));
        FiguresPage.Map(pages);
        RegionsPage.Map(pages);
    }

    private static async Task<IResult> Records(RecordQuery query, FilterChoices choices, [AsParameters] RecordParameters parameters, string? cursor, CancellationToken cancellation)
    {
        var filter = parameters.Filter(out var problem);
        if (!Cursor.TryRead(List, cursor, out var after))
            return PageResults.Problem(StatusCodes.Status400BadRequest, "This address is incomplete. Begin with the first page.", "地址不完整，请从第一页开始。");
        var options = await choices.For(parameters, cancellation);
        if (problem is { } wrong)
            return PageResults.Of<ExplorePage>(new ExploreModel(parameters, options, "", new RecordPage([], null), 0, null, wrong.Name));
        var page = await query.Page(filter, after, PageSize.Standard, cancellation);
        return PageResults.Of<ExplorePage>(new ExploreModel(parameters, options, parameters.ToQuery(), page, await query.Count(filter, cancellation), Cursor.Of(List, page.Next), null));
    }

    // Lists name records by number: what people keep and cite is the address that stays.
    private static async Task<IResult> Permanent(long id, string? cell, RecordQuery query, CancellationToken cancellation) => await query.Key(id, cancellation) is { } key
        ? TypedResults.LocalRedirect(RecordAddress.Of(key) + (cell is null ? "" : $"&cell={Uri.EscapeDataString(cell)}"))
        : PageResults.Problem(StatusCodes.Status404NotFound, $"There is no record {id}.", $"没有编号为{id}的记录。");

    private static async Task<IResult> Record(
        string? key, string? cell, RecordQuery query, CellReviews reviews, IRegionNames regions, BodyQuery bodies, Citations citations, CancellationToken cancellation)
    {
        if (await query.Number(key ?? "", cancellation) is not { } id || (await query.Find(new RecordFilter { Id = id, Everything = true }, 1, cancellation)).SingleOrDefault() is not { } record)
            return PageResults.Problem(StatusCodes.Status404NotFound, $"There is no record '{key}'.", $"没有名为“{key}”的记录。");
        if (cell is not null)
            return await citations.Of(id, cell, cancellation) is { } citation
                ? PageResults.Of<CitePage>(citation)
                : PageResults.Problem(StatusCodes.Status404NotFound, $"The form of this record has no cell '{cell}'.", $"该记录的表式没有数据项“{cell}”。");
        var region = record.Current.Report.RegionCode is { } code ? regions.NameOf(code) : null;
        var versions = VersionBody.Of(await query.History(id, cancellation)).Reverse().ToList();
        var decided = (await reviews.Of(id, cancellation)).ToDictionary(review => review.Cell);
        var years = await query.SameBody(id, MostYears, cancellation);
        return PageResults.Of<RecordView>(new RecordModel(record, region, versions, decided, years, await bodies.OfRecord(id, cancellation)));
    }

    private static async Task<IResult> Years(string? key, string? cell, RecordQuery query, CancellationToken cancellation) =>
        await query.Number(key ?? "", cancellation) is { } id && YearsChart.File(await query.SameBody(id, MostYears, cancellation), cell) is { } file
            ? file
            : PageResults.Problem(StatusCodes.Status404NotFound, "There is no such record with such a cell.", "没有该记录或该数据项。");
}
