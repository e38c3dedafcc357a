namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>
/// 加速乐: status 521 with its cookie, its header or its script; or its script alone on a page without text. The header and the cookie also
/// accompany real pages, so they are no evidence by themselves, and neither is 521, which others use for an origin that is down.
/// </summary>
internal sealed class JiasuleChallenge : IErrorPageDetector
{
    public ErrorPage? Detect(PagePreview page)
    {
        var script = page.Says("_jsl_clearance");
        if (page.Status == 521)
        {
            var evidence = script ? "its script sets __jsl_clearance"
                : page.SetsCookie("__jsluid") ? "it sets the cookie __jsluid"
                : page.Header("X-Via-JSL") is not null ? "it carries X-Via-JSL"
                : null;
            return evidence is null ? null : new(ErrorPageKind.Challenge, "challenge.jiasule", $"Status 521, and {evidence}.");
        }

        return script && page.ReadsLessThan(ScriptedPage.LittleText)
            ? new(ErrorPageKind.Challenge, "challenge.jiasule", $"Status {page.Status}, nothing to read, and a script sets __jsl_clearance.")
            : null;
    }
}
