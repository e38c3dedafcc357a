using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Web.Answers;
using Pipeline.Web.Layout;

namespace Pipeline.Web.Errors;

/// <summary>
/// Refuses every change from a page that does not bring the token of our own forms, whether the route reads a form or not. The API needs none: it takes JSON
/// alone, which a page of another site cannot send.
/// </summary>
internal static class FormTokens
{
    public static async Task Require(HttpContext context, RequestDelegate next)
    {
        if (ApiRequests.Is(context.Request) || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            await next(context);
        else
            await PageResults.Problem(
                StatusCodes.Status400BadRequest, "The form is too old, or not one of ours. Go back, load the page again and repeat the step.", "表单已失效，请返回并重新加载页面后再试。").ExecuteAsync(context);
    }
}
