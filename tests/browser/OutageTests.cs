using static Microsoft.Playwright.Assertions;

namespace Pipeline.Browser.Tests;

/// <summary>A night without network, on a deployment of its own: what it leaves behind is nobody else's to find.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task A_site_that_goes_down_for_a_night_is_red_with_the_cause_and_well_again_when_it_answers()
    {
        await using var sample = new SamplePages();
        await sample.InitializeAsync();
        await sample.TakeDown();
        await sample.Crawl();
        var page = await sample.Open("/operations");

        await Expect(page.Locator("#verdict .notice.bad")).ToContainTextAsync("since");
        await Expect(page.Locator("table.stack tbody tr").First).ToContainTextAsync("refused");
        await page.Keep("operations-outage", whole: true);

        await sample.Repair();
        await sample.Crawl();
        await page.GotoAsync("/operations");

        await Expect(page.Locator("#verdict .notice.bad")).ToHaveCountAsync(0);
        await Expect(page.Locator("table.stack tbody tr").First.Locator(".badge.bad")).ToHaveCountAsync(0);
        await Expect(page.Locator("table.stack tbody tr").First.Locator("td").Nth(1)).ToContainTextAsync("since");
        await page.Keep("operations-after-outage", whole: true);
    }
}
