using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Groups;
using Pipeline.Web.Answers;
using Pipeline.Web.Layout;
using Pipeline.Web.Security;

namespace Pipeline.Web.Review;

/// <summary>The queue of reviewers: what waits, filtered and ordered, and who works on it.</summary>
internal static class QueuePages
{
    private const string List = "review";

    // What the service has not worked out yet of why records wait; nobody waits for more of it: a few dozen records, so that a small queue is whole at once.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/review").ExcludeFromDescription();
        pages.MapGet("", Queue);
        pages.MapPost("/{id:long}/skip", Skip).RequireAuthorization(AccessPolicy.Review);
        pages.MapPost("/{id:long}/assign", Assign).RequireAuthorization(AccessPolicy.Review);
    }

    private static async Task<IResult> Queue(
        HttpContext context, ReviewQueue queue, DoubtRefresh doubts, IRegionNames regions, ClaimsPrincipal person, [AsParameters] QueueParameters parameters, string? cursor, long? finished, long? passed, CancellationToken cancellation)
    {
        var filter = parameters.Filter(person.Name(), out var wrong);
        if (!Cursor.TryRead(List, cursor, out var key) || !TryPlace(key, out var after))
            return PageResults.Problem(StatusCodes.Status400BadRequest, "This address is incomplete. Begin with the first page.", "地址不完整，请从第一页开始。");
        var waiting = await queue.Count(cancellation);
        if (filter is null)
            return PageResults.Of<QueuePage>(new ReviewQueueModel([], 0, waiting, null, finished, passed, parameters, regions.Below(null), wrong));
        KeptFilter.Keep(context, parameters);
        await doubts.Run(Patience, cancellation);
        var records = await queue.Page(filter, after, PageSize.Standard + 1, cancellation);
        var last = records.Count > PageSize.Standard ? records[PageSize.Standard - 1] : null;
        var next = last is null ? null : Cursor.Of(List, string.Create(CultureInfo.InvariantCulture, $"{last.Place:R} {last.RecordId}"));
        return PageResults.Of<QueuePage>(new ReviewQueueModel(
            [.. records.Take(PageSize.Standard)], await queue.Count(filter, cancellation), waiting, next, finished, passed, parameters, regions.Below(null), null));
    }

    private static async Task<IResult> Skip(long id, [FromForm] string? reason, HttpContext context, ClaimsPrincipal person, ReviewService reviewing, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/review/{id}?notice={ReviewNotice.SkipNeedsReason}"));
        return await reviewing.Skip(id, reason.Trim(), person.Name(), cancellation)
            ? TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/review?passed={id}{KeptFilter.Of(context)}"))
            : PageResults.Problem(StatusCodes.Status404NotFound, $"There is no record {id}.", $"没有编号为{id}的记录。");
    }

    private static async Task<IResult> Assign(long id, [FromForm] string? assignee, ClaimsPrincipal person, ReviewService reviewing, CancellationToken cancellation)
    {
        await reviewing.Assign(id, string.IsNullOrWhiteSpace(assignee) ? null : assignee.Trim(), person.Name(), cancellation);
        return TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/review/{id}"));
    }

    private static bool TryPlace(string? key, out (double Place, long RecordId)? place)
    {
        place = null;
        if (key is null)
            return true;
        if (key.Split(' ') is not [var number, var id] || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) || !double.IsFinite(read) || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var record))
            return false;
        place = (read, record);
        return true;
    }
}
