using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pipeline.Web.Answers;
using Pipeline.Web.Layout;
using Pipeline.Web.Security;
using Pipeline.Web.Settings;

namespace Pipeline.Web.SignIn;

/// <summary>Signing in with a key and out again.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        group.MapGet("/sign-in", (string? next) => PageResults.Of<SignInPage>(new SignInModel(LocalAddress.Of(next), WrongKey: false)));
        group.MapPost("/sign-in", SignIn);
        group.MapPost("/sign-out", (HttpContext context, [FromForm] string? next) =>
        {
            SignInCookie.Remove(context);
            return TypedResults.LocalRedirect(LocalAddress.Of(next));
        });
    }

    private static async Task<IResult> SignIn(HttpContext context, WebSettings settings, SignInCookie cookie, WrongKeys wrong, [FromForm] string key, [FromForm] string? next)
    {
        var known = settings.Keys.Find(candidate => SignInCookie.HashOf(candidate.Key) == SignInCookie.HashOf(key.Trim()));
        if (known is null && await wrong.Note(context) is { } wait)
        {
            await RateLimits.Refuse(context, wait);
            return Results.Empty;
        }

        if (known is null)
            return PageResults.Of<SignInPage>(new SignInModel(LocalAddress.Of(next), WrongKey: true));
        cookie.Set(context, known.Key);
        return TypedResults.LocalRedirect(LocalAddress.Of(next));
    }
}
