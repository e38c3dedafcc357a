using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Groups;
using Pipeline.Web.Layout;
using Pipeline.Web.Security;

namespace Pipeline.Web.Review.Groups;

/// <summary>The pages on which one decision is about many records.</summary>
internal static class GroupPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/review/groups").ExcludeFromDescription();
        pages.MapGet("", List);
        pages.MapGet("/one", One);
        pages.MapPost("/decide", Decide).RequireAuthorization(AccessPolicy.Review);
        pages.MapPost("/undo", Undo).RequireAuthorization(AccessPolicy.Review);
    }

    private static async Task<IResult> List(GroupDesk desk, string? by, Guid? step, string? notice, CancellationToken cancellation) =>
        PageResults.Of<GroupsPage>(await desk.List(ByOf(by), step, Enum.TryParse<GroupNotice>(notice, ignoreCase: true, out var said) && Enum.IsDefined(said) ? said : null, cancellation));

    private static async Task<IResult> One(GroupDesk desk, string? by, string? cause, string? scope, CancellationToken cancellation) => cause is null || scope is null
        ? PageResults.Problem(StatusCodes.Status400BadRequest, "This address is incomplete. Begin with the list of groups.", "地址不完整，请从分组列表开始。")
        : PageResults.Of<GroupPage>(await desk.Look(new GroupKey(cause, ByOf(by), scope), cancellation));

    private static async Task<IResult> Decide(
        [FromForm] string? by, [FromForm] string cause, [FromForm] string scope, [FromForm] string verdict, [FromForm] string? reason, [FromForm] string seen,
        ClaimsPrincipal person, GroupDesk desk, CancellationToken cancellation)
    {
        if (VerdictOf(verdict) is not { } decided)
            return PageResults.Problem(StatusCodes.Status400BadRequest, "This form is incomplete. Begin with the list of groups.", "表单不完整，请从分组列表开始。");
        var decision = new GroupDecision(new GroupKey(cause, ByOf(by), scope), decided, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), Finish: true, person.Name(), seen);
        if (GroupDesk.ProblemOf(decision) is not null)
            return PageResults.Of<GroupPage>(await desk.Look(decision.Key, cancellation) with { Notice = GroupNotice.NeedsReason, Reason = reason });
        return await desk.Decide(decision, cancellation) is { } step
            ? Back(decision.Key.By, step.Id, GroupNotice.Stored)
            : PageResults.Of<GroupPage>(await desk.Look(decision.Key, cancellation) with { Notice = GroupNotice.ChangedMeanwhile, Reason = reason });
    }

    private static async Task<IResult> Undo([FromForm] string? by, [FromForm] Guid step, ClaimsPrincipal person, GroupDesk desk, CancellationToken cancellation) =>
        Back(ByOf(by), step, await desk.Undo(step, person.Name(), cancellation) is null ? GroupNotice.NothingToUndo : GroupNotice.Undone);

    private static RedirectHttpResult Back(GroupedBy by, Guid step, GroupNotice notice) => TypedResults.LocalRedirect($"/review/groups?by={by}&step={step}&notice={notice}");

    private static GroupedBy ByOf(string? name) => string.Equals(name, nameof(GroupedBy.Cell), StringComparison.OrdinalIgnoreCase) ? GroupedBy.Cell : GroupedBy.Site;

    private static ReviewVerdict? VerdictOf(string name) => name switch
    {
        "confirmed" => ReviewVerdict.Confirmed,
        "corrected" => ReviewVerdict.Corrected,
        "publisher_mistake" => ReviewVerdict.PublisherMistake,
        _ => null,
    };
}
