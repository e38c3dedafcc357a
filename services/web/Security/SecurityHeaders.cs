using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Security;

/// <summary>What every answer says about what a browser may do with it.</summary>
internal static class SecurityHeaders
{
    // No inline script or style, nothing from elsewhere; frames show snapshots of this server only.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        // At the last moment, because an answer about an error begins anew.
        context.Response.OnStarting(() => Set(context.Response.Headers));
        return next(context);
    }

    private static Task Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        // A snapshot brings a stricter policy of its own, but may be framed by our pages.
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XFrameOptions = "DENY";
        }

        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        return Task.CompletedTask;
    }
}
