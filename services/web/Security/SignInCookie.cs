using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Security;

/// <summary>Keeps a person signed in: an encrypted cookie that names the key, which must still be among the settings when it comes back.</summary>
internal sealed class SignInCookie(IDataProtectionProvider protection)
{
    private const string Name = "pipeline-sign-in";

    // A working day; then the key is asked for again.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Pipeline.Web.SignIn").ToTimeLimitedDataProtector();

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public void Set(HttpContext context, string key) => context.Response.Cookies.Append(Name, _protector.Protect(HashOf(key), Lifetime), Options(context));

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    /// <summary>Hash of the key that the person signed in with; null when there is no valid cookie.</summary>
    public string? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 } value)
            return null;
        try
        {
            return _protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/" };
}
