namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>瑞数: the script object <c>$_ts</c> and nothing to read, mostly with 412, also 202, 400 or 200. The script stays on real pages once a browser has passed.</summary>
internal sealed class RuishuChallenge : IErrorPageDetector
{
    public ErrorPage? Detect(PagePreview page) =>
        page.Says("$_ts") && page.ReadsLessThan(ScriptedPage.LittleText)
            ? new(ErrorPageKind.Challenge, "challenge.ruishu", $"Status {page.Status}, nothing to read, and a script sets up $_ts.")
            : null;
}
