using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Snapshots;

/// <summary>
/// What a browser may do with a shown snapshot: nothing. The view holds no markup of the document; should some get through all the same, the sandbox
/// gives it no origin, no script and no form, and the policy lets it load nothing.
/// </summary>
internal static class Sandbox
{
    /// <param name="styleHash">The one inline style sheet that counts: a page without an origin cannot load a file of ours.</param>
    public static void Enclose(HttpResponse response, string? styleHash)
    {
        response.Headers.ContentSecurityPolicy =
            $"sandbox; default-src 'none'; img-src data:; style-src {(styleHash is null ? "'none'" : $"'{styleHash}'")}; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
        response.Headers.CacheControl = "private, max-age=3600";
    }
}
