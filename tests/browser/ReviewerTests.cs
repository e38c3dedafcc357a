using Microsoft.Playwright;
using Pipeline.Store.Reviews;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Browser.Tests;

[Collection<OneSample>]
public sealed class ReviewerTests(SamplePages sample)
{
    [Theory]
    [InlineData("html")]
    [InlineData("pdf")]
    public async Task A_reviewer_decides_ten_doubtful_cells_and_finishes_the_record_by_keyboard_alone(string reader)
    {
        var record = await sample.MakeDoubtful(reader, confidence: 0.11);
        var page = await sample.Open("/review");
        await page.Keep($"review-queue-{reader}");
        await page.Press("Enter");
        await Expect(page.GetByText("10 of 10 doubtful cells open")).ToBeVisibleAsync();
        await Expect(page.FrameLocator("iframe.snapshot").Locator("#spot")).ToBeVisibleAsync();
        await page.Keep($"review-desk-{reader}");

        for (var i = 0; i < 8; i++)
            await page.Press("c");
        // One is corrected, with a reason.
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.TypeAsync("4321");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("印刷为4321");
        await page.Press("Enter");
        // One is read as printed, and the page itself is wrong.
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("合计有误");
        await page.Keyboard.PressAsync("Escape");
        await page.Press("p");
        await Expect(page.GetByText("0 of 10 doubtful cells open")).ToBeVisibleAsync();
        await page.Press("f");

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done.");
        var reviews = await sample.Host.Get<CellReviews>().Of(record, default);
        Assert.Equal(10, reviews.Count);
        Assert.Equal(8, reviews.Count(review => review.Verdict == ReviewVerdict.Confirmed));
        Assert.Single(reviews, review => review is { Verdict: ReviewVerdict.Corrected, Value: 4321, Reason: "印刷为4321" } && review.MachineValue != 4321);
        Assert.Single(reviews, review => review.Verdict == ReviewVerdict.PublisherMistake && review.Value == review.MachineValue);
    }

    [Fact]
    public async Task A_second_reviewer_who_comes_too_late_sees_what_stands()
    {
        var record = await sample.MakeDoubtful("docx", confidence: 0.5);
        var first = await sample.Open($"/review/{record}");
        var second = await sample.Open($"/review/{record}");
        var cell = await first.Locator("#chosen").InnerTextAsync();
        await first.Press("c");

        await second.Press("c");

        await Expect(second.GetByRole(AriaRole.Status)).ToContainTextAsync("Somebody else decided");
        await Expect(second.Locator("#chosen")).ToHaveTextAsync(cell);
        await second.Keep("review-conflict");
    }
}
