using Microsoft.AspNetCore.Http;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Security;

/// <summary>Refuses changes that a page of another site sends, beside the tokens in our own forms and the JSON that the API insists on.</summary>
internal static class CrossSite
{
    public static Task Refuse(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
        return changes && request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site] && site is not ("same-origin" or "none")
            ? Problems.Of(StatusCodes.Status403Forbidden, "cross-site", "A page of another site may not change anything here.").ExecuteAsync(context)
            : next(context);
    }
}
