using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pipeline.Store.Reviews.Groups;
using Pipeline.Web.Answers;
using Pipeline.Web.Review.Groups;
using Pipeline.Web.Security;

namespace Pipeline.Web.Api;

/// <summary><c>/review/groups</c> and <c>/review/steps</c>: one decision about doubts of one cause over many records.</summary>
internal static class GroupEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var review = api.MapGroup("/review").WithTags("review");
        review.MapGet("/groups", List).Produces<Listing<DoubtGroup>>().WithSummary("Open doubts that two or more waiting records share, by cause and site or cell, those over most records first.");
        review.MapGet("/group", One).Produces<GroupBody>().WithSummary("The open doubts of one group, at most 200.");
        review.MapPost("/group", Decide).RequireAuthorization(AccessPolicy.Review).Produces<ReviewStep>().ProducesProblem(400).ProducesProblem(409).WithSummary("Decides about all doubts of a group in one step.");
        review.MapGet("/steps", async (GroupDesk desk, CancellationToken cancellation) => Entity.Of(new Listing<ReviewStep>(await desk.Steps(cancellation), null))).Produces<Listing<ReviewStep>>().WithSummary("The last decisions about groups, newest first.");
        review.MapPost("/steps/undo", Undo).RequireAuthorization(AccessPolicy.Review).Produces<ReviewStep>().ProducesProblem(404).WithSummary("Takes a step back.");
    }

    private static async Task<IResult> List(GroupDesk desk, string? by, CancellationToken cancellation) => ByOf(by) is { } known
        ? Entity.Of(new Listing<DoubtGroup>((await desk.List(known, null, null, cancellation)).Groups, null))
        : WrongBy();

    private static async Task<IResult> One(GroupDesk desk, string cause, string scope, string? by, CancellationToken cancellation)
    {
        if (ByOf(by) is not { } known)
            return WrongBy();
        var group = await desk.Look(new GroupKey(cause, known, scope), cancellation);
        return Entity.Of(new GroupBody(group.Key, group.Seal, [.. group.Lines.Select(line => new GroupCellBody(line.RecordId, line.Authority, line.Year, line.Cell.Id.ToString(), line.Reading.Value, line.Reading.Raw, line.Reading.Confidence))]));
    }

    private static async Task<IResult> Decide(GroupDecisionBody body, GroupDesk desk, ClaimsPrincipal person, CancellationToken cancellation)
    {
        var decision = new GroupDecision(new GroupKey(body.Cause, body.By, body.Scope), body.Verdict, body.Reason, body.Finish, person.Name(), body.Seen);
        if (GroupDesk.ProblemOf(decision) is { } problem)
            return Problems.Of(StatusCodes.Status400BadRequest, "bad-decision", problem);
        return await desk.Decide(decision, cancellation) is { } step
            ? Entity.Of(step)
            : Problems.Of(StatusCodes.Status409Conflict, "changed-meanwhile", "The group is no longer what you saw, and nothing was stored: read it again, and send its 'seen'.");
    }

    private static async Task<IResult> Undo(StepBody body, GroupDesk desk, ClaimsPrincipal person, CancellationToken cancellation) =>
        await desk.Undo(body.Id, person.Name(), cancellation) is { } step ? Entity.Of(step) : Problems.NotFound($"There is no step {body.Id} that stands.");

    private static GroupedBy? ByOf(string? name) => name switch { null or "site" => GroupedBy.Site, "cell" => GroupedBy.Cell, _ => null };

    private static ProblemHttpResult WrongBy() => Problems.BadParameter("by", "site or cell");
}
