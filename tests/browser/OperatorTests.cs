using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Browser.Tests;

[Collection<OneSample>]
public sealed class OperatorTests(SamplePages sample)
{
    [Fact]
    public async Task An_operator_sees_a_night_go_wrong_and_replays_it()
    {
        var page = await sample.Open("/operations");
        await Expect(page.Locator(".tile.alarm strong")).ToHaveTextAsync("1");
        await page.Keep("operations-night-gone-wrong", whole: true);
        await page.GetByRole(AriaRole.Link, new() { Name = "no usable answer" }).ClickAsync();
        await Expect(page.GetByText("t20230130_1117.html")).ToBeVisibleAsync();
        await Expect(page.GetByText("The server answered 500.")).ToBeVisibleAsync();
        await page.Keep("operations-failures");

        await sample.Repair();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("1 sent again");
        // The tile is brought up to date by itself.
        await Expect(page.Locator("#now .tile").Nth(3).Locator("strong")).ToHaveTextAsync("0", new() { Timeout = 60_000 });
        await page.ReloadAsync();
        await Expect(page.GetByText("None stands.")).ToBeVisibleAsync();
        await Expect(page.GetByText("failures.replayed")).ToBeVisibleAsync();
        await page.Keep("operations-replayed");
    }

    [Fact]
    public async Task Somebody_reads_one_address_again_and_sees_the_difference()
    {
        var url = await sample.Misread("html");
        var page = await sample.Open("/operations");

        await page.GetByLabel("Address of a document").FillAsync(url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read again" }).ClickAsync();

        await Expect(page.Locator("#request-result .badge").First).ToHaveTextAsync("done", new() { Timeout = 60_000 });
        await Expect(page.Locator("#request-result del", new() { HasText = "98,765" })).ToBeVisibleAsync();
        await page.Locator("#request-result").ScrollIntoViewIfNeededAsync();
        await page.Keep("operations-reextraction");
    }

    [Fact]
    public async Task An_address_that_nobody_crawled_is_told_and_kept_in_sight()
    {
        var page = await sample.Open("/operations");

        await page.GetByLabel("Address of a document").FillAsync("https://nowhere.gov.cn/1.html");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read again" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("https://nowhere.gov.cn/1.html is not known here");
    }
}
