using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Store.Alarms;
using Pipeline.Web.Answers;
using Pipeline.Web.Operations;
using Pipeline.Web.Security;

namespace Pipeline.Web.Api;

/// <summary><c>/alarms</c> and <c>/notices</c>: what is known of sources that do not do well, and who was told.</summary>
internal static class AlarmEndpoints
{
    private const int NoticesListed = 100;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/alarms/acknowledge", Acknowledge).RequireAuthorization(AccessPolicy.Operate).WithTags("runs").Produces<SourceCount>().ProducesProblem(400)
            .WithSummary("Says that the alarm of a source, or of all in a state, is known: it calls nobody until it expires, gets worse, or comes back.");
        api.MapPost("/alarms/withdraw", Withdraw).RequireAuthorization(AccessPolicy.Operate).WithTags("runs").Produces<SourceCount>().WithSummary("Takes back that the alarm of a source is known.");
        api.MapGet("/notices", async (Notices notices, CancellationToken cancellation) => Entity.Of(new Listing<Notice>(await notices.Latest(NoticesListed, cancellation), null)))
            .WithTags("runs").Produces<Listing<Notice>>().WithSummary("What people outside were told by webhook and mail, newest first, and whether it arrived.");
    }

    private static async Task<IResult> Acknowledge(AcknowledgeBody body, AlarmDesk desk, ClaimsPrincipal person, CancellationToken cancellation) =>
        AlarmDesk.ProblemOf(body.Source, body.State, body.Reason, body.Days) is { } problem
            ? Problems.Of(StatusCodes.Status400BadRequest, "bad-acknowledgement", problem)
            : Entity.Of(new SourceCount(await desk.Acknowledge(body.Source, body.State, body.Reason, body.Days, person.Name(), cancellation)));

    private static async Task<IResult> Withdraw(WithdrawBody body, AlarmDesk desk, ClaimsPrincipal person, CancellationToken cancellation) =>
        Entity.Of(new SourceCount(await desk.Withdraw(body.Source, person.Name(), cancellation) ? 1 : 0));
}
