using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Pipeline.Web.Security;
using Pipeline.Web.Settings;

namespace Pipeline.Web.Layout;

/// <summary>What every part of a page knows: who looks at it, in which language, at which address.</summary>
/// <param name="Address">Path and query of the page.</param>
public sealed record PageRequest(Language Language, ClaimsPrincipal Person, string Path, string Address)
{
    public static PageRequest Of(HttpContext context) => new(
        LanguageChoice.Of(context.Request), context.User, context.Request.Path, context.Request.Path + context.Request.QueryString);

    public bool IsSignedIn => Person.Identity?.IsAuthenticated == true;

    public bool MayReview => Person.May(AccessRole.Review);

    public bool MayOperate => Person.May(AccessRole.Operate);
}
