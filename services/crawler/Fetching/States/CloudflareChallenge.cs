namespace Pipeline.Crawler.Fetching.States;

/// <summary>Cloudflare: its header <c>cf-mitigated: challenge</c>, or its challenge script with the status of a refusal.</summary>
internal sealed class CloudflareChallenge : IThirdStateRecogniser
{
    public ThirdState? Recognise(PageGlance page)
    {
        if (page.Header("cf-mitigated")?.Equals("challenge", StringComparison.OrdinalIgnoreCase) ?? false)
            return new(ThirdStateKind.Challenge, "challenge.cloudflare", $"Status {page.Status} with cf-mitigated: challenge.");
        return page.Status is 403 or 429 or 503 && (page.Says("_cf_chl_opt") || page.Says("cf-browser-verification"))
            ? new(ThirdStateKind.Challenge, "challenge.cloudflare", $"Status {page.Status} with Cloudflare's challenge script.")
            : null;
    }
}
