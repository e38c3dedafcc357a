using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Store.Controls;
using Pipeline.Store.Trends;
using Pipeline.Web.Answers;
using Pipeline.Web.Operations.Controls;
using Pipeline.Web.Security;

namespace Pipeline.Web.Api;

/// <summary><c>/crawls</c> and <c>/activity</c>: crawls that people ask for, when the next ones are, and what moved in the last days.</summary>
internal static class ControlEndpoints
{
    private static readonly TimeSpan Days = TimeSpan.FromDays(3);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/crawls", async (ControlDesk desk, CancellationToken cancellation) => Entity.Of(await desk.Look(cancellation))).WithTags("runs").Produces<CrawlControls>().WithSummary("When crawls are next, and those that people asked for.");
        api.MapPost("/crawls", Crawl).RequireAuthorization(AccessPolicy.Operate).WithTags("runs").Produces<CrawlRequest>().ProducesProblem(400).WithSummary("Has all sources, one source or one host crawled at once, by the process that crawls by schedule.");
        api.MapGet("/activity", async (ActivityLog activity, CancellationToken cancellation) => Entity.Of(new Listing<ActivityStep>(await activity.Last(Days, ActivityLog.Slot, cancellation), null)))
            .WithTags("runs").Produces<Listing<ActivityStep>>().WithSummary("Answers by kind and depths of queues of the last three days, every five minutes.");
    }

    private static async Task<IResult> Crawl(CrawlBody body, ControlDesk desk, ClaimsPrincipal person, CancellationToken cancellation) => body.Scope != CrawlScope.All && string.IsNullOrWhiteSpace(body.Subject)
        ? Problems.Of(StatusCodes.Status400BadRequest, "bad-crawl", "Say which: subject is the name of a source, or a host.")
        : Entity.Of(await desk.Crawl(body.Scope, body.Subject?.Trim(), person.Name(), cancellation));
}

/// <param name="Subject">Name of the source, or the host; null for all.</param>
public sealed record CrawlBody(CrawlScope Scope, string? Subject = null);
