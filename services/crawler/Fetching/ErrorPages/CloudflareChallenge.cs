namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>Cloudflare: its header <c>cf-mitigated: challenge</c>, or its challenge script with the status of a refusal.</summary>
internal sealed class CloudflareChallenge : IErrorPageDetector
{
    public ErrorPage? Detect(PagePreview page)
    {
        if (page.Header("cf-mitigated")?.Equals("challenge", StringComparison.OrdinalIgnoreCase) ?? false)
            return new(ErrorPageKind.Challenge, "challenge.cloudflare", $"Status {page.Status} with cf-mitigated: challenge.");
        return page.Status is 403 or 429 or 503 && (page.Says("_cf_chl_opt") || page.Says("cf-browser-verification"))
            ? new(ErrorPageKind.Challenge, "challenge.cloudflare", $"Status {page.Status} with Cloudflare's challenge script.")
            : null;
    }
}
