using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>
/// Any other challenge by script: nothing to read, a script sets a cookie and asks for the page again. With the status of a page (200) the reload must be of
/// the same address, since redirect stubs set cookies too; with 202 or a refusal any reload will do.
/// </summary>
internal sealed partial class ScriptedCookieChallenge : IErrorPageDetector
{
    public ErrorPage? Detect(PagePreview page)
    {
        if (!page.ReadsLessThan(ScriptedPage.LittleText) || !page.Says("document.cookie") || !page.Says(page.Status == 200 ? SameAddress() : AnyAddress()))
            return null;
        return page.Status is 200 or 202 or (>= 400 and not (404 or 410))
            ? new(ErrorPageKind.Challenge, "challenge.script-cookie", $"Status {page.Status}, nothing to read, and a script sets a cookie and loads the page again.")
            : null;
    }

    [GeneratedRegex(@"location\.reload\s*\(|location(\.href)?\s*=\s*(window\.|document\.|self\.)?location\b|location\.replace\s*\(\s*(window\.|document\.|self\.)?location\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SameAddress();

    [GeneratedRegex(@"\blocation\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnyAddress();
}
