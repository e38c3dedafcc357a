using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Web.Answers;
using Pipeline.Web.Operations;
using Pipeline.Web.Security;

namespace Pipeline.Web.Api;

/// <summary><c>/reextractions</c>: one document read again; the answer is a status to come back to.</summary>
internal static class ReextractionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/reextractions").WithTags("reextractions");
        group.MapPost("", Begin).RequireAuthorization(AccessPolicy.Operate).Produces<ReextractionBody>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Asks to read a document again; the Location says where to ask how it stands.");
        group.MapGet("/{id:guid}", Status).Produces<ReextractionBody>().ProducesProblem(404).WithSummary("How the request stands and, once done, what changed.");
    }

    private static async Task<IResult> Begin(ReextractionRequest request, ClaimsPrincipal person, AuditedReextractions reextractions, CancellationToken cancellation)
    {
        // JSON's null passes for a text.
        if (string.IsNullOrWhiteSpace(request.Url))
            return Problems.BadParameter("url", "the address of a document that was crawled");
        var ticket = await reextractions.Begin(request.Url, request.Refetch, person.Name(), cancellation);
        return ticket.Id is { } id
            ? TypedResults.Accepted($"/api/v1/reextractions/{id}", await reextractions.Status(id, cancellation))
            : Problems.NotFound(ticket.Problem!);
    }

    private static async Task<IResult> Status(Guid id, AuditedReextractions reextractions, CancellationToken cancellation) =>
        await reextractions.Status(id, cancellation) is { } status ? Entity.Of(status) : Problems.NotFound($"There is no request {id}.");
}
