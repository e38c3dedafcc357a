using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Pipeline.Web.Settings;

namespace Pipeline.Web.Security;

/// <summary>Names of the authorisation policies: one for each role, met by the roles above it as well.</summary>
public static class AccessPolicy
{
    public const string Read = "read";
    public const string Review = "review";
    public const string Operate = "operate";

    public static void AddTo(AuthorizationOptions options)
    {
        foreach (var role in Enum.GetValues<AccessRole>())
            options.AddPolicy(NameOf(role), policy => policy.RequireAuthenticatedUser().RequireRole(NameOf(role)));
        options.FallbackPolicy = options.GetPolicy(Read);
        options.DefaultPolicy = options.GetPolicy(Read)!;
    }

    public static ClaimsPrincipal Principal(string name, AccessRole role, string scheme) => new(new ClaimsIdentity(
        Enum.GetValues<AccessRole>().Where(included => included <= role).Select(included => new Claim(ClaimTypes.Role, NameOf(included))).Append(new Claim(ClaimTypes.Name, name)),
        scheme));

    public static bool May(this ClaimsPrincipal person, AccessRole role) => person.IsInRole(NameOf(role));

    /// <summary>The person's name as it stands in the audit log.</summary>
    public static string Name(this ClaimsPrincipal person) => person.Identity?.Name ?? "unknown";

    private static string NameOf(AccessRole role) => role switch
    {
        AccessRole.Operate => Operate,
        AccessRole.Review => Review,
        _ => Read,
    };
}
