using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Audits;
using Pipeline.Web.Answers;
using Pipeline.Web.Review;
using Pipeline.Web.Review.Audits;
using Pipeline.Web.Security;

namespace Pipeline.Web.Api;

/// <summary><c>/review/queue</c> and what reviewing comes to: who does what, and how right it is.</summary>
internal static class QueueEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var review = api.MapGroup("/review").WithTags("review");
        review.MapGet("/queue", Queue).Produces<Listing<QueuedRecord>>().ProducesProblem(400).WithSummary("The first records that wait, filtered and ordered, with who has them open.");
        review.MapPost("/skip", Skip).RequireAuthorization(AccessPolicy.Review).Produces<ClaimBody>().ProducesProblem(400).ProducesProblem(404).WithSummary("Passes a record by, with the reason: it leaves the person's queue for a week.");
        review.MapPost("/assign", Assign).RequireAuthorization(AccessPolicy.Review).Produces<ClaimBody>().ProducesProblem(404).WithSummary("Gives a record to somebody, or to anybody.");
        review.MapGet("/people", async (ReviewerQuery query, CancellationToken cancellation) => Entity.Of(new Listing<ReviewerFigures>(await query.Read(cancellation), null))).Produces<Listing<ReviewerFigures>>().WithSummary("What reviewers did in the last 30 days.");
        review.MapGet("/audit", async (AuditDesk desk, CancellationToken cancellation) => Entity.Of(await desk.Figures(cancellation))).Produces<AuditFigures>().WithSummary("What the weekly draws of accepted cells say: how many are right, how far two reviewers agree, with intervals of 95 %.");
    }

    private static async Task<IResult> Queue(ReviewQueue queue, ClaimsPrincipal person, [AsParameters] QueueParameters parameters, int? limit, CancellationToken cancellation)
    {
        if (PageSize.Of(limit) is not { } size)
            return Problems.BadParameter("limit", $"a number from 1 to {PageSize.Largest}");
        return parameters.Filter(person.Name(), out var wrong) is { } filter
            ? Entity.Of(new Listing<QueuedRecord>(await queue.Page(filter, null, size, cancellation), null))
            : Problems.BadParameter(wrong!, "none of those that there are");
    }

    private static async Task<IResult> Skip(ClaimBody body, ReviewService reviewing, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(body.Reason))
            return Problems.Of(StatusCodes.Status400BadRequest, "bad-decision", "Say why it is passed by: who comes next reads it.");
        return await reviewing.Skip(body.Record, body.Reason.Trim(), person.Name(), cancellation) ? Entity.Of(body) : Problems.NotFound($"There is no record {body.Record}.");
    }

    private static async Task<IResult> Assign(ClaimBody body, ReviewService reviewing, ClaimsPrincipal person, CancellationToken cancellation) =>
        await reviewing.Assign(body.Record, body.Assignee, person.Name(), cancellation) ? Entity.Of(body) : Problems.NotFound($"There is no record {body.Record}, or it is nobody's.");
}

/// <param name="Reason">Why the record is passed by.</param>
/// <param name="Assignee">Who gets it; null for anybody.</param>
public sealed record ClaimBody(long Record, string? Reason = null, string? Assignee = null);
