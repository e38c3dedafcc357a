using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pipeline.Contracts;
using Pipeline.Store.Reviews;
using Pipeline.Web.Answers;
using Pipeline.Web.Review;
using Pipeline.Web.Security;

namespace Pipeline.Web.Api;

/// <summary><c>/records/{id}/cells/{cell}/review</c>: what people decide about a cell.</summary>
internal static class ReviewEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var reviews = api.MapGroup("/records/{id:long}/cells/{cell}").WithTags("review");
        reviews.MapGet("/reviews", History).Produces<Listing<CellReview>>().ProducesProblem(404).WithSummary("Every decision about the cell, the first one first.");
        reviews.MapPut("/review", Decide).RequireAuthorization(AccessPolicy.Review).Produces<CellReview>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithSummary("Confirms the cell, corrects it, calls it the publisher's mistake, or reopens it.");
    }

    private static async Task<IResult> History(long id, string cell, CellReviews reviews, CancellationToken cancellation) => CellName(cell) is { } known
        ? Entity.Of(new Listing<CellReview>(await reviews.History(id, known, cancellation), null))
        : Problems.NotFound($"'{cell}' is no cell: one looks like applications.granted.total.");

    private static async Task<IResult> Decide(long id, string cell, ReviewBody body, ClaimsPrincipal person, ReviewService reviewing, CancellationToken cancellation)
    {
        if (CellName(cell) is not { } known)
            return Problems.NotFound($"'{cell}' is no cell: one looks like applications.granted.total.");
        var decision = new CellDecision(id, known, body.Verdict, body.Value, body.Reason, person.Name(), body.Expected);
        if (ReviewService.ProblemOf(decision) is { } problem)
            return Problems.Of(StatusCodes.Status400BadRequest, "bad-decision", problem);
        return await reviewing.Decide(decision, cancellation) switch
        {
            DecisionResult.Stored stored => Entity.Of(stored.Review),
            DecisionResult.Conflict conflict => Conflict(conflict.Standing),
            _ => Problems.NotFound($"There is no record {id} with a cell {cell}."),
        };
    }

    private static ProblemHttpResult Conflict(CellReview? standing) => Problems.Of(
        StatusCodes.Status409Conflict,
        "decided-meanwhile",
        standing is null ? "No decision of that number exists: read the cell again." : $"{standing.Reviewer} decided about this cell meanwhile: look at it, and send your decision again with expected {standing.Number} if it still holds.",
        new Dictionary<string, object?> { ["standing"] = standing });

    private static CellId? CellName(string text)
    {
        try
        {
            return new CellId(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
