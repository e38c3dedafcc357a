using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Pipeline.Contracts;

namespace Pipeline.Web.Answers;

/// <summary>A JSON answer with an ETag over its content: a program that has it already gets 304 and no body.</summary>
internal sealed class Entity<T>(T body) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var options = (IOptions<JsonOptions>)httpContext.RequestServices.GetService(typeof(IOptions<JsonOptions>))!;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, options.Value.SerializerOptions);
        var tag = $"\"{SnapshotHash.Of(bytes).ToString()[..32]}\"";
        var response = httpContext.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        if (httpContext.Request.Headers.IfNoneMatch.Any(known => known is not null && (known == "*" || known.Contains(tag, StringComparison.Ordinal))))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}

internal static class Entity
{
    public static IResult Of<T>(T body) => new Entity<T>(body);
}
