using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pipeline.Bodies.Regions;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Audit;
using Pipeline.Store.Bodies;
using Pipeline.Store.Findings;
using Pipeline.Store.Records;
using Pipeline.Web.Answers;
using Pipeline.Web.Api;
using Pipeline.Web.Layout;
using Pipeline.Web.Security;

namespace Pipeline.Web.Bodies;

/// <summary>The pages about bodies: the list, one body over the years, what comparing reports shows, which names may be one body, and how to cite a number.</summary>
internal static class BodyPages
{
    private const string List = "bodies";

    // A body has so many only where it breaks in every year; the list of findings has them all.
    private const int MostFindings = 50;

    private const int MostQuestions = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/bodies", Page);
        pages.MapGet("/bodies/{id:long}", One);
        pages.MapGet("/bodies/{id:long}/{cell}.svg", Chart);
        pages.MapGet("/findings", Found);
        pages.MapGet("/review/bodies", Questions);
        pages.MapPost("/review/bodies/{id:long}", Decide).RequireAuthorization(AccessPolicy.Review);
        pages.MapPost("/review/bodies/answers/{id:long}", TakeBack).RequireAuthorization(AccessPolicy.Review);
    }

    private static async Task<IResult> Page(
        BodyQuery query, IRegionNames regions, string? name, string? kind, string? region, [FromQuery(Name = "silent_since")] string? silentSince, string? government, string? cursor, CancellationToken cancellation)
    {
        if (!BodyEndpoints.TryKind(kind, out var known) || !BodyEndpoints.IsRegionStart(region) || !TryYear(silentSince, out var year) || !TryYear(government, out var owner) || !BodyEndpoints.TryAfter(List, cursor, out var after))
            return PageResults.Problem(StatusCodes.Status400BadRequest, "This address names a filter that does not exist.", "地址中的筛选条件不存在。");
        var filter = new BodyFilter { Name = string.IsNullOrWhiteSpace(name) ? null : name.Trim(), Kind = known, Region = string.IsNullOrEmpty(region) ? null : region, SilentSince = year, Government = owner };
        var items = await query.Page(filter, after, PageSize.Standard + 1, cancellation);
        var next = items.Count > PageSize.Standard ? Cursor.Of(List, items[PageSize.Standard - 1].Id.ToString(CultureInfo.InvariantCulture)) : null;
        return PageResults.Of<BodiesPage>(new BodiesModel(filter, [.. items.Take(PageSize.Standard)], regions, next));
    }

    private static async Task<IResult> One(long id, BodyQuery query, RecordQuery records, FindingQuery findings, DivisionTable divisions, CancellationToken cancellation)
    {
        if (await query.One(id, cancellation) is not { } body)
            return PageResults.Problem(StatusCodes.Status404NotFound, $"There is no body {id}.", $"没有编号为{id}的机关。");
        if (body.Became is { } became)
            return TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/bodies/{became.Id}"));
        var years = await Years(body, records, cancellation);
        var found = await findings.Page(new FindingFilter { Body = id, Agreeing = true }, 0, MostFindings, cancellation);
        return PageResults.Of<BodyPage>(new BodyModel(BodyDetail.Of(body, divisions), years, found));
    }

    private static async Task<IResult> Chart(long id, string cell, BodyQuery query, RecordQuery records, CancellationToken cancellation) =>
        await query.One(id, cancellation) is { } body && YearsChart.File(await Years(body, records, cancellation), cell) is { } file
            ? file
            : PageResults.Problem(StatusCodes.Status404NotFound, $"There is no body {id} with such a cell.", $"没有编号为{id}的机关或该数据项。");

    private static async Task<List<StoredRecord>> Years(StoredBody body, RecordQuery records, CancellationToken cancellation)
    {
        var years = new List<StoredRecord>();
        foreach (var record in body.Records.Where(record => record.IsChosen))
            years.AddRange(await records.Find(new RecordFilter { Id = record.RecordId, Everything = true }, 1, cancellation));
        return years;
    }

    private static async Task<IResult> Found(FindingQuery query, [AsParameters] FindingParameters parameters, string? cursor, CancellationToken cancellation)
    {
        var filter = parameters.Filter(out var problem);
        if (problem is not null || !BodyEndpoints.TryAfter(FindingEndpoints.List, cursor, out var after))
            return PageResults.Problem(StatusCodes.Status400BadRequest, "This address names a filter that does not exist.", "地址中的筛选条件不存在。");
        var items = await query.Page(filter, after, PageSize.Standard + 1, cancellation);
        var next = items.Count > PageSize.Standard ? Cursor.Of(FindingEndpoints.List, items[PageSize.Standard - 1].Id.ToString(CultureInfo.InvariantCulture)) : null;
        return PageResults.Of<FindingsPage>(new FindingsModel(filter, parameters.ToQuery(), [.. items.Take(PageSize.Standard)], await query.Counts(filter with { Agreeing = true }, cancellation), next));
    }

    private static async Task<IResult> Questions(BodyQuery query, BodyDecisions decisions, string? decided, CancellationToken cancellation) =>
        PageResults.Of<QuestionsPage>(new QuestionsModel(await query.Questions(MostQuestions, cancellation), await decisions.Answers(MostQuestions, cancellation), decided is not null));

    private static async Task<IResult> Decide(long id, [FromForm] string same, ClaimsPrincipal person, BodyDecisions decisions, AuditLog audit, CancellationToken cancellation)
    {
        if (same is not ("yes" or "no") || !await decisions.Decide(id, same == "yes", person.Name(), cancellation))
            return PageResults.Problem(StatusCodes.Status404NotFound, "Somebody has answered this question already.", "该问题已有人回答。");
        await audit.BodiesAnswered(person.Name(), id, same == "yes", cancellation);
        return TypedResults.LocalRedirect("/review/bodies?decided=1");
    }

    private static async Task<IResult> TakeBack(long id, ClaimsPrincipal person, BodyDecisions decisions, AuditLog audit, CancellationToken cancellation)
    {
        if (!await decisions.TakeBack(id, person.Name(), cancellation))
            return PageResults.Problem(StatusCodes.Status404NotFound, "This answer no longer stands.", "该判定已不再有效。");
        await audit.BodiesReopened(person.Name(), id, cancellation);
        return TypedResults.LocalRedirect("/review/bodies?decided=1");
    }

    private static bool TryYear(string? text, out int? year)
    {
        year = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return year is not null || string.IsNullOrEmpty(text);
    }
}
