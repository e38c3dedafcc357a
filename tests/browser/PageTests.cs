using Microsoft.Playwright;

namespace Pipeline.Browser.Tests;

[Collection<OneSample>]
public sealed class PageTests(SamplePages sample)
{
    private const long LargestPage = 200 * 1024;

    [Theory]
    [InlineData("/explore")]
    [InlineData("/explore/1")]
    [InlineData("/explore/figures")]
    [InlineData("/explore/coverage")]
    [InlineData("/data")]
    [InlineData("/bodies")]
    [InlineData("/bodies/1")]
    [InlineData("/findings")]
    [InlineData("/review")]
    [InlineData("/review/1")]
    [InlineData("/operations")]
    public async Task A_page_is_light_and_breaks_no_rule_of_its_own_policy(string address)
    {
        var page = await sample.Open("/sign-in");
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        // What a frame shows is the document that was fetched, not ours.
        var bytes = await page.EvaluateAsync<long>(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter(entry => !entry.name.includes('/view')).reduce((sum, entry) => sum + entry.decodedBodySize, 0)");
        Assert.Empty(complaints);
        Assert.InRange(bytes, 1, LargestPage);
    }

    [Theory]
    [InlineData("explore", "/explore")]
    [InlineData("record", "/explore/1")]
    [InlineData("figures", "/explore/figures")]
    [InlineData("coverage", "/explore/coverage")]
    [InlineData("citation", "/explore/1/applications.new.total")]
    [InlineData("bodies", "/bodies")]
    [InlineData("body", "/bodies/1")]
    [InlineData("findings", "/findings")]
    [InlineData("desk", "/review/1")]
    [InlineData("operations", "/operations")]
    [InlineData("failures", "/operations/failures")]
    [InlineData("sources", "/operations/sources")]
    [InlineData("queue", "/review")]
    [InlineData("groups", "/review/groups")]
    [InlineData("audit", "/review/audit")]
    [InlineData("people", "/review/people")]
    [InlineData("activity", "/operations/activity")]
    [InlineData("source", "/operations/source?name=sample%20site")]
    [InlineData("try", "/operations/try")]
    [InlineData("reasons", "/review/1/applications.new.total/reasons")]
    public async Task A_page_fits_laptop_and_phone_in_both_languages_and_colours(string name, string address)
    {
        var page = await sample.Open(address);
        foreach (var (look, width, scheme, language) in new[] { ("light-en", 1366, ColorScheme.Light, "en-GB"), ("dark-zh", 1366, ColorScheme.Dark, "zh-CN"), ("phone-zh", 390, ColorScheme.Light, "zh-CN"), ("phone-dark-en", 390, ColorScheme.Dark, "en-GB") })
        {
            await page.SetExtraHTTPHeadersAsync([new("Accept-Language", language)]);
            await page.SetViewportSizeAsync(width, 844);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.GotoAsync(address);
            await page.Keep($"{name}-{look}", whole: true);

            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.Equal(0, overflow);
        }
    }

    [Fact]
    public async Task Everything_can_be_read_and_done_without_scripts()
    {
        var page = await sample.Open("/explore", new BrowserNewContextOptions { JavaScriptEnabled = false });

        await page.GetByLabel("Year").SelectOptionAsync("2022");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("year=2022"));
        Assert.True(await page.Locator("tbody tr").CountAsync() > 0);
    }

    [Fact]
    public async Task The_language_switch_stays_chosen()
    {
        var page = await sample.Open("/explore");

        await page.GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();
        await page.GotoAsync("/operations");

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
    }
}
