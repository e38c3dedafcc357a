using System.Text.Json;
using Microsoft.Playwright;

namespace Pipeline.Browser.Tests;

[Collection<OneSample>]
public sealed class AccessibilityTests(SamplePages sample)
{
    // ./test brings axe-core from npm; without it nothing can be said.
    private static readonly string? Axe = Environment.GetEnvironmentVariable("PIPELINE_AXE");

    public static TheoryData<string> Addresses =>
    [
        "/explore", "/explore/1", "/explore/1/applications.new.total", "/explore/figures", "/explore/coverage", "/explore/regions", "/data", "/bodies", "/bodies/1", "/findings",
        "/review", "/review/1", "/review/bodies", "/review/groups", "/review/audit", "/review/people",
        "/operations/acknowledge?source=none", "/operations/activity", "/operations/source?name=sample%20site", "/operations/try",
        "/operations", "/operations/failures", "/operations/sources", "/review/1/applications.new.total/reasons", "/sign-in", "/nowhere",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Axe_finds_nothing_serious_in_either_colour_on_laptop_and_phone(string address)
    {
        Assert.SkipWhen(Axe is null || !File.Exists(Axe), "axe-core is not there: ./test fetches it from the npm registry.");
        var page = await sample.Open(address, new BrowserNewContextOptions { BypassCSP = true });
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe!));

        foreach (var width in new[] { 1280, 390 })
        {
            await page.SetViewportSizeAsync(width, 800);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                Assert.Empty((await Serious(page)).Select(violation => $"{width} {scheme}: {violation}"));
            }
        }
    }

    private static async Task<IEnumerable<string>> Serious(IPage page)
    {
        var found = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'], iframes: false })");
        return found.GetProperty("violations").EnumerateArray()
            .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(violation => $"{violation.GetProperty("id").GetString()}: {violation.GetProperty("nodes")[0].GetProperty("html").GetString()}");
    }
}
