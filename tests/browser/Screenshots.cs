using Microsoft.Playwright;

namespace Pipeline.Browser.Tests;

/// <summary>Pictures of what the tests saw, kept for people beside the test program.</summary>
internal static class Screenshots
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "screenshots");

    public static async Task Keep(this IPage page, string name, bool whole = false)
    {
        Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png"), FullPage = whole });
    }
}
