using Microsoft.AspNetCore.Http;
using Pipeline.Web.Answers;
using Pipeline.Web.Layout;

namespace Pipeline.Web.Errors;

/// <summary>Gives answers that are a status alone a body that says what is wrong.</summary>
internal static class BareAnswers
{
    public static Task Complete(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var (code, english, chinese) = status switch
        {
            StatusCodes.Status404NotFound => ("not-found", $"There is nothing at {context.Request.Path}. The API is described at /api/v1/openapi.json.", "没有这个页面，地址可能有误。"),
            StatusCodes.Status405MethodNotAllowed => ("wrong-method", $"{context.Request.Method} is not possible here.", "此地址不支持该操作。"),
            StatusCodes.Status413PayloadTooLarge => ("too-large", "The body is larger than this server takes (64 KiB).", "请求内容超过服务器上限（64 KiB）。"),
            StatusCodes.Status415UnsupportedMediaType => ("wrong-content-type", "Send the body as application/json.", "内容类型有误。"),
            _ => ("bad-request", "The request cannot be answered.", "无法处理该请求。"),
        };
        var result = ApiRequests.Is(context.Request) ? Problems.Of(status, code, english) : PageResults.Problem(status, english, chinese);
        return result.ExecuteAsync(context);
    }
}
