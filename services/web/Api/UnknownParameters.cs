using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Api;

/// <summary>Refuses by its name what an address asks for and no endpoint knows: a filter with a slip of the pen would be answered with everything.</summary>
internal static class UnknownParameters
{
    public static ValueTask<object?> Refuse(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var known = context.HttpContext.GetEndpoint()!.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return context.HttpContext.Request.Query.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown
            ? new(Problems.Of(StatusCodes.Status400BadRequest, "unknown-parameter", $"There is no parameter '{unknown}' here: /api/v1/openapi.json lists those that there are."))
            : next(context);
    }
}
