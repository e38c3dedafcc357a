using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>
/// A page that wants an account: 401, or a password field with a title or address that speaks of signing in and little else on the page. Portals carry a
/// sign-in box on pages of content: that alone is no evidence.
/// </summary>
internal sealed partial class LoginPage : IErrorPageDetector
{
    // A sign-in page with its site's menu and footer stays below both; a portal's home page exceeds them.
    private const int MostText = 800;
    private const int MostLinks = 40;

    public ErrorPage? Detect(PagePreview page)
    {
        if (page.Status == 401)
            return new(ErrorPageKind.Login, "login.status", "Status 401.");
        if (page.Status is not (200 or 403) || !page.ReadsLessThan(MostText) || (!page.HasPasswordField && !SignInOnly().IsMatch(page.Title)))
            return null;
        var evidence = Title().IsMatch(page.Title) ? $"the title is “{page.Title}”" : Path().IsMatch(page.Url.AbsolutePath) ? $"the address is {page.Url.AbsolutePath}" : null;
        return evidence is not null && page.Links < MostLinks
            ? new(ErrorPageKind.Login, "login.page", $"{(page.HasPasswordField ? "A password field, and" : "Little else, and")} {evidence}.")
            : null;
    }

    [GeneratedRegex("登录|登陆|身份认证|用户中心|会员中心|login|signin", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    // Sign-in shells that draw their form by script have no field yet.
    [GeneratedRegex("^(用户|会员|系统|统一|管理员?)*(登录|登陆|身份认证)(页面?|平台|系统|中心)?$|统一身份认证", RegexOptions.CultureInvariant)]
    private static partial Regex SignInOnly();

    [GeneratedRegex(@"/(login|signin|sso|cas|passport|uaa|oauth2?|auth)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
