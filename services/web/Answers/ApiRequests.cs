using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Answers;

/// <summary>Tells requests of programs from those of people.</summary>
internal static class ApiRequests
{
    public const string Prefix = "/api";

    public static bool Is(HttpRequest request) => request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase);
}
