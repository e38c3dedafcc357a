using System.Text.Json;
using Microsoft.Playwright;

namespace Pipeline.Browser.Tests;

public sealed class AccessibilityTests(SamplePages sample)
{
    // ./test brings axe-core from npm; without it nothing can be said.
    private static readonly string? Axe = Environment.GetEnvironmentVariable("PIPELINE_AXE");

    public static MatrixTheoryData<string, ColorScheme, int> Views => new(
        [
            "/explore", "/explore/1", "/explore/1/applications.new.total", "/explore/figures", "/explore/coverage", "/bodies", "/bodies/1", "/findings", "/review", "/review/1", "/review/bodies",
            "/operations", "/operations/failures", "/operations/sources", "/review/1/applications.new.total/reasons", "/sign-in", "/nowhere",
        ],
        [ColorScheme.Light, ColorScheme.Dark], [1280, 390]);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing_serious(string address, ColorScheme scheme, int width)
    {
        Assert.SkipWhen(Axe is null || !File.Exists(Axe), "axe-core is not there: ./test fetches it from the npm registry.");
        var page = await sample.Open(address, new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme, BypassCSP = true });
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe!));

        var found = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'], iframes: false })");

        var serious = found.GetProperty("violations").EnumerateArray()
            .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(violation => $"{violation.GetProperty("id").GetString()}: {violation.GetProperty("nodes")[0].GetProperty("html").GetString()}");
        Assert.Empty(serious);
    }
}
