namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>Tells content from challenges, login pages and error pages that say 200. Ask it of every answer before using its body.</summary>
internal static class ErrorPageDetection
{
    // The named systems first, so that a general detector does not take their pages.
    private static readonly IErrorPageDetector[] Detectors =
    [
        new JiasuleChallenge(), new RuishuChallenge(), new AliyunChallenge(), new CloudflareChallenge(),
        new SliderChallenge(), new FirewallPage(), new ScriptedCookieChallenge(),
        new LoginPage(), new SoftNotFound(),
    ];

    /// <returns>Null for content, and for failures that say honestly what they are, such as a 404.</returns>
    public static ErrorPage? Detect(Answered answer)
    {
        if (answer.IsNotModified || !PagePreview.IsPage(answer))
            return null;
        var page = new PagePreview(answer);
        // The status of a page and plenty to read: nearly every answer ends here.
        if (page.Text.Visible is null && page.Status == 200)
            return null;
        foreach (var detector in Detectors)
            if (detector.Detect(page) is { } state)
                return state;
        return null;
    }
}
