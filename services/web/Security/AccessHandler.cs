using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Web.Answers;
using Pipeline.Web.Settings;

namespace Pipeline.Web.Security;

/// <summary>
/// Finds out who asks: by a key (header or sign-in cookie), by the header of a trusted proxy, or, where nobody needs to say, as the person at this machine.
/// </summary>
internal sealed class AccessHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, WebSettings settings, SignInCookie cookie, WrongKeys wrong)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "pipeline";

    private TimeSpan? _wait;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (GivenKey() is not { } given)
            return Result();
        if (KeyOf(given) is { } known)
            return Success(known.Name, known.Role);
        _wait = await wrong.Note(Context);
        return AuthenticateResult.Fail("The key is not known.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_wait is { } wait)
            return RateLimits.Refuse(Context, wait);
        if (ApiRequests.Is(Request))
            return Problems.Unauthorized().ExecuteAsync(Context);
        Response.Redirect($"/sign-in?next={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problems.Forbidden().ExecuteAsync(Context);

    private AuthenticateResult Result()
    {
        if (settings.Proxy.Trusts(Context.Connection.RemoteIpAddress) && Request.Headers[settings.Proxy.UserHeader!] is [{ Length: > 0 } user])
            return Success(user, RoleOfProxy());
        if (cookie.Read(Request) is { } keyHash && settings.Keys.Find(key => SignInCookie.HashOf(key.Key) == keyHash) is { } signedIn)
            return Success(signedIn.Name, signedIn.Role);
        // Whoever reaches the loopback address has an account on this machine already.
        return !settings.AsksWho && Context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            ? Success(Environment.UserName, AccessRole.Operate)
            : AuthenticateResult.NoResult();
    }

    private string? GivenKey()
    {
        if (Request.Headers["X-Api-Key"] is [{ Length: > 0 } key])
            return key;
        return Request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;
    }

    private ApiKeySettings? KeyOf(string given)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        // Every key is compared, and in constant time: how long it takes says nothing about a key.
        return settings.Keys.Where(key => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key.Key)), bytes)).ToList() is [var only] ? only : null;
    }

    private AccessRole RoleOfProxy() =>
        settings.Proxy.RoleHeader is { } header && Request.Headers[header] is [{ } named] && Enum.TryParse<AccessRole>(named, ignoreCase: true, out var role) && Enum.IsDefined(role)
            ? role
            : settings.Proxy.Role;

    private static AuthenticateResult Success(string name, AccessRole role) =>
        AuthenticateResult.Success(new AuthenticationTicket(AccessPolicy.Principal(name, role, SchemeName), SchemeName));
}
