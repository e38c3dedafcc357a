using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Pipeline.Database;
using Pipeline.Web.Answers;
using Pipeline.Web.Layout;

namespace Pipeline.Web.Errors;

/// <summary>Turns what a request did wrong, and our own faults, into an answer that says so: JSON for programs, a page for people.</summary>
internal static class ApiExceptions
{
    public static Task Answer(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        // The frame of a page asks for what the failed request may not have found.
        context.Response.Clear();
        var (status, code, english, chinese) = error switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (413, "too-large", "The body is larger than this server takes (64 KiB).", "请求内容超过服务器上限（64 KiB）。"),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => (415, "wrong-content-type", "Send the body as application/json.", "请以 application/json 发送内容。"),
            BadHttpRequestException bad => (bad.StatusCode, "bad-request", $"{bad.Message}{(bad.InnerException is { } inner ? $" {inner.Message}" : "")}", "请求有误，请返回上一页重试。"),
            { } when PipelineDatabase.IsRefusedChange(error) => (403, "read-only", "What is stored may only be looked at here: this process cannot write its data folder. Nothing was changed.", "此处只能查看：本进程无权写入数据目录。未作任何更改。"),
            InvalidDataException damaged => (500, "damaged", damaged.Message, damaged.Message),
            _ => (500, "our-fault", "This should not happen. Nothing that was stored is lost; the log of the process says more.", "程序内部出错。已保存的数据没有丢失，详情见进程日志。"),
        };
        var result = ApiRequests.Is(context.Request) ? Problems.Of(status, code, english) : PageResults.Problem(status, english, chinese);
        return result.ExecuteAsync(context);
    }
}
