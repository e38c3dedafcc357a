using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Pipeline.Web.Answers;
using Pipeline.Web.Layout;

namespace Pipeline.Web.Errors;

/// <summary>Refuses by its name what an address asks for and no endpoint knows: a filter with a slip of the pen would be answered with everything.</summary>
internal static class UnknownParameters
{
    public static ValueTask<object?> Refuse(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => Find(context.HttpContext) is { } unknown
        ? new(Problems.Of(StatusCodes.Status400BadRequest, "unknown-parameter", $"There is no parameter '{unknown}' here: /api/v1/openapi.json lists those that there are."))
        : next(context);

    public static ValueTask<object?> RefuseOnPages(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => Find(context.HttpContext) is { } unknown
        ? new(PageResults.Problem(StatusCodes.Status400BadRequest, $"This page has no parameter '{unknown}': the address may be mistyped.", $"该页面没有参数“{unknown}”，地址可能有误。"))
        : next(context);

    private static string? Find(HttpContext context)
    {
        var known = context.GetEndpoint()!.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(NameInAddress).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return context.Request.Query.Keys.FirstOrDefault(key => !known.Contains(key));
    }

    private static string NameInAddress(IParameterBindingMetadata parameter) =>
        parameter.ParameterInfo.GetCustomAttributes(inherit: true).OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? parameter.Name;
}
