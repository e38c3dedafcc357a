namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>阿里云: a script that computes the cookie <c>acw_sc__v2</c> (or its successors) and reloads, mostly with 200, and nothing to read.</summary>
internal sealed class AliyunChallenge : IErrorPageDetector
{
    public ErrorPage? Detect(PagePreview page) =>
        page.Says("acw_sc__") && page.ReadsLessThan(ScriptedPage.LittleText)
            ? new(ErrorPageKind.Challenge, "challenge.aliyun", $"Status {page.Status}, nothing to read, and a script computes acw_sc__.")
            : null;
}
