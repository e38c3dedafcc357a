using Microsoft.AspNetCore.Http;
using Pipeline.Web.Settings;

namespace Pipeline.Web.Security;

/// <summary>Behind a proxy that ends TLS a request is as safe as the proxy says: cookies are then for TLS alone.</summary>
internal static class ForwardedScheme
{
    public static Func<HttpContext, RequestDelegate, Task> Take(WebSettings settings) => (context, next) =>
    {
        if (context.Request.Headers["X-Forwarded-Proto"] is ["https"] && settings.Proxy.IsFrom(context.Connection.RemoteIpAddress))
            context.Request.Scheme = "https";
        return next(context);
    };
}
