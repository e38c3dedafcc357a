using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.Browser.Tests;

/// <summary>What researchers come for, done as a person does it: by links, forms and ticks, from the front door.</summary>
public sealed class ResearcherTests(ResearchPages research) : IClassFixture<ResearchPages>
{
    [Fact]
    public async Task Somebody_finds_a_number_of_a_body_and_cites_it()
    {
        var page = await Bodies();
        await page.GetByLabel("Name").FillAsync("温州市教育局");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "温州市教育局" }).ClickAsync();
        await page.Keep("research-body", whole: true);

        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "431" }).GetByRole(AriaRole.Link, new() { Name = "431", Exact = true }).ClickAsync();

        var citation = page.Locator("blockquote.cite").First;
        await Expect(citation).ToContainTextAsync("温州市教育局");
        await Expect(citation).ToContainTextAsync("2022");
        await Expect(citation).ToContainTextAsync("431");
        await Expect(citation).ToContainTextAsync(new Regex("[0-9a-f]{64}"));
        await page.Keep("research-citation", whole: true);
        await page.GetByRole(AriaRole.Link, new() { Name = "See the spot" }).ClickAsync();
        await Expect(page.Locator("#spot")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Somebody_compares_two_regions_and_takes_the_plot_and_the_numbers_away()
    {
        var page = await Regions();
        await page.GetByRole(AriaRole.Checkbox).And(page.Locator("[value='330300']")).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox).And(page.Locator("[value='330100']")).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();

        var plot = page.Locator("figure").Filter(new() { Has = page.Locator("polyline") });
        await Expect(plot.Locator("polyline")).ToHaveCountAsync(2);
        await Expect(plot).ToContainTextAsync("温州市: 745 (2023)");
        await Expect(plot).ToContainTextAsync("杭州市: 523 (2023)");
        await page.Keep("research-regions", whole: true);
        var png = await Bytes(page, () => plot.GetByRole(AriaRole.Link, new() { Name = "PNG" }).ClickAsync());
        Assert.Equal("\u0089PNG", string.Concat(png.Take(4).Select(one => (char)one)));
        Assert.InRange(png.Length, 5_000, 1_000_000);
        Assert.Contains("<polyline", System.Text.Encoding.UTF8.GetString(await Bytes(page, () => plot.GetByRole(AriaRole.Link, new() { Name = "SVG" }).ClickAsync())), StringComparison.Ordinal);
        // The address is the question: whoever opens it sees the same.
        var again = await research.Sample.Open(page.Url);
        await Expect(again.Locator("polyline")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Somebody_finds_out_who_stopped_reporting()
    {
        var page = await Regions();

        await page.GetByTitle("Who has not reported").ClickAsync();

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("杭州市水务局");
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("2021–2022");
        await page.Keep("research-silent");
    }

    [Fact]
    public async Task Somebody_follows_a_body_through_its_renaming()
    {
        var page = await Bodies();
        await page.GetByLabel("Name").FillAsync("温州市农业局");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "温州市农业农村局" }).ClickAsync();

        var facts = page.Locator(".facts");
        await Expect(facts).ToContainTextAsync("温州市农业局");
        await Expect(facts).ToContainTextAsync("2022–2023");
        await Expect(page.Locator("table.side thead").First).ToContainTextAsync(new Regex("2021.*2022.*2023"));
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "311" })).ToContainTextAsync(new Regex("311.*312.*313"));
        await page.Keep("research-renamed", whole: true);
    }

    private async Task<IPage> Bodies()
    {
        var page = await research.Sample.Open("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Explore" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Bodies", Exact = true }).ClickAsync();
        return page;
    }

    /// <summary>Departments of the prefectures of Zhejiang.</summary>
    private async Task<IPage> Regions()
    {
        var page = await research.Sample.Open("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Explore" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Regions" }).ClickAsync();
        await page.GetByLabel("Kind of body").SelectOptionAsync("department");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "浙江省" }).First.ClickAsync();
        await Expect(page.Locator("tbody")).ToContainTextAsync("温州市");
        return page;
    }

    private static async Task<byte[]> Bytes(IPage page, Func<Task> click)
    {
        var download = await page.RunAndWaitForDownloadAsync(click);
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
