using Microsoft.Playwright;

namespace Pipeline.Browser.Tests;

/// <summary>Pictures of what the tests saw, for people: kept in the folder that PIPELINE_SCREENSHOTS names, if it names one.</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PIPELINE_SCREENSHOTS");

    public static async Task Keep(this IPage page, string name, bool whole = false)
    {
        if (Folder is { Length: > 0 })
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Directory.CreateDirectory(Folder).FullName, name + ".png"), FullPage = whole });
    }
}
