using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Layout;

/// <summary>The switch between Chinese and English, kept in a cookie.</summary>
internal static class LanguageEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/language/{code:regex(^(zh|en)$)}", (string code, string? next, HttpContext context) =>
    {
        context.Response.Cookies.Append(LanguageChoice.Cookie, code, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        return TypedResults.LocalRedirect(LocalAddress.Of(next));
    }).AllowAnonymous().ExcludeFromDescription();
}
