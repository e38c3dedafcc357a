using Microsoft.Playwright;

namespace Pipeline.Browsing.Painting;

/// <summary>A page that stands still, so that its pictures differ in nothing but the rules they are taken with. Works from a world of its own, in which nothing is what a script of the page made of it.</summary>
internal sealed class StillPage
{
    // Fonts have come; what moves stands at its end, or at its start where it has none.
    private const string Still =
        "await document.fonts.ready; for (const root of roots) for (const its of root.getAnimations()) if (its.effect && its.playbackRate) its.effect.getComputedTiming().endTime === Infinity ? its.cancel() : its.finish();";

    private const string WithoutCaret = "* { caret-color: transparent !important }";

    // Shadow trees have styles and movements of their own.
    private const string Roots =
        "const roots = [document]; for (const root of roots) for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);";

    private readonly ICDPSession _session;
    private readonly int _world;
    private readonly CancellationToken _over;

    private StillPage(ICDPSession session, int world, CancellationToken over) => (_session, _world, _over) = (session, world, over);

    /// <param name="frame">The browser's name for the page's main frame.</param>
    /// <param name="over">Cancelled when the visit is over.</param>
    public static async Task<StillPage> Of(ICDPSession session, string frame, CancellationToken over)
    {
        var world = await session.SendAsync("Page.createIsolatedWorld", new Dictionary<string, object> { ["frameId"] = frame }).WaitAsync(over);
        var page = new StillPage(session, world!.Value.GetProperty("executionContextId").GetInt32(), over);
        await page.Run(Still + Styled(WithoutCaret));
        return page;
    }

    /// <param name="rules">A style sheet without quotes, which stays.</param>
    public Task Style(string rules) => Run(Styled(rules));

    private static string Styled(string rules) => $"for (const root of roots) {{ const style = document.createElement('style'); style.textContent = '{rules}'; (root.documentElement ?? root).append(style); }}";

    /// <returns>The page from its top left, as a PNG: packing it tightly would take longer than drawing it.</returns>
    public async Task<byte[]> Picture(double width, double height)
    {
        var told = await _session.SendAsync("Page.captureScreenshot", new Dictionary<string, object>
        {
            ["format"] = "png",
            ["optimizeForSpeed"] = true,
            ["captureBeyondViewport"] = true,
            ["clip"] = new Dictionary<string, object> { ["x"] = 0, ["y"] = 0, ["width"] = width, ["height"] = height, ["scale"] = 1 },
        }).WaitAsync(_over);
        return told!.Value.GetProperty("data").GetBytesFromBase64();
    }

    private async Task Run(string script)
    {
        var told = await _session.SendAsync("Runtime.evaluate", new Dictionary<string, object>
        {
            ["expression"] = $"(async () => {{ {Roots} {script} }})()",
            ["contextId"] = _world,
            ["awaitPromise"] = true,
        }).WaitAsync(_over);
        if (told!.Value.TryGetProperty("exceptionDetails", out _))
            throw new InvalidDataException("The page cannot be prepared for its picture.");
    }
}
