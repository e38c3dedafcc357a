using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Web.Answers;
using Pipeline.Web.Errors;

namespace Pipeline.Web.Api;

/// <summary>The HTTP API, version 1, and its description.</summary>
internal static class ApiRoutes
{
    public const string Version = "v1";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup($"{ApiRequests.Prefix}/{Version}").DisableAntiforgery().AddEndpointFilter(UnknownParameters.Refuse);
        RecordEndpoints.Map(api);
        ReviewEndpoints.Map(api);
        GroupEndpoints.Map(api);
        QueueEndpoints.Map(api);
        DocumentEndpoints.Map(api);
        RunEndpoints.Map(api);
        AlarmEndpoints.Map(api);
        ControlEndpoints.Map(api);
        FigureEndpoints.Map(api);
        BodyEndpoints.Map(api);
        FindingEndpoints.Map(api);
        ReextractionEndpoints.Map(api);
        ChangeEndpoints.Map(api);
        ReleaseEndpoints.Map(api);
        routes.MapOpenApi($"{ApiRequests.Prefix}/{{documentName}}/openapi.json");
    }
}
