using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Browser.Tests;

internal static class Keys
{
    /// <summary>A key that leads to another page: the page before is marked, so that the next key cannot go to it.</summary>
    public static async Task Press(this IPage page, string key)
    {
        await page.EvaluateAsync("document.documentElement.dataset.before = 'yes'");
        await page.Keyboard.PressAsync(key);
        await Expect(page.Locator("html:not([data-before])")).ToHaveCountAsync(1);
        await page.WaitForLoadStateAsync(LoadState.Load);
    }
}
