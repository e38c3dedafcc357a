using System.Net;
using Pipeline.Store.Findings;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Explore;

public sealed class RegionsPageTests
{
    private const string Cell = "applications.new.total";

    [Fact]
    public async Task Regions_are_ranked_by_a_cell_and_followed_over_the_years()
    {
        await using var server = await WithCounties();

        var country = await server.Client.GetStringAsync($"/explore/regions?cell={Cell}&kind=department");
        var county = await server.Client.GetStringAsync($"/explore/regions?cell={Cell}&kind=department&region=130500&compare=130534");

        Assert.Contains("<title>1. 河北省: 700</title>", country, StringComparison.Ordinal);
        Assert.Contains("<title>浙江: —</title>", country, StringComparison.Ordinal);
        Assert.Contains("<title>清河县 2022: 700</title>", county, StringComparison.Ordinal);
        Assert.Contains("<title>清河县 2021: 30</title>", county, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_reported_is_one_step_away()
    {
        await using var server = await WithCounties();

        var page = await server.Client.GetStringAsync($"/explore/regions?cell={Cell}&kind=department&measure=reported");
        var silent = await server.Client.GetStringAsync("/bodies?region=13&kind=department&silent_since=2022");

        Assert.Contains("/bodies?region=13&amp;kind=department&amp;silent_since=2022", page, StringComparison.Ordinal);
        Assert.Contains("<title>1. 河北省: 50 %</title>", page, StringComparison.Ordinal);
        Assert.Contains("清河县财政局", silent, StringComparison.Ordinal);
        Assert.DoesNotContain("清河县教育局", silent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_numbers_leave_as_a_table_and_each_plot_as_a_picture()
    {
        await using var server = await WithCounties();

        var table = await server.Client.GetStringAsync($"/explore/regions.csv?cell={Cell}&kind=department");
        using var map = await server.Client.GetAsync($"/explore/regions/map.svg?cell={Cell}&kind=department");

        Assert.Contains($"130000,河北省,department,{Cell},2021,30,2,2,2\r\n130000,河北省,department,{Cell},2022,700,1,1,2\r\n", table, StringComparison.Ordinal);
        Assert.Equal("image/svg+xml", map.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", map.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("<title>河北: 700</title>", await map.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("regions?cell=nothing.total")]
    [InlineData("regions?kind=ministry")]
    [InlineData("regions?measure=7")]
    [InlineData("regions?region=13")]
    [InlineData("regions/pie.svg")]
    public async Task What_does_not_exist_is_said_not_to(string address)
    {
        await using var server = await TestServer.Run();

        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.GetAsync($"/explore/{address}")).StatusCode);
    }

    private static async Task<TestServer> WithCounties()
    {
        var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of("清河县教育局", 2021, changes: (Cell, 20)));
        await server.Store("https://a.gov.cn/2.html", SampleReport.Of("清河县教育局", 2022, changes: (Cell, 700)));
        await server.Store("https://a.gov.cn/3.html", SampleReport.Of("清河县财政局", 2021, changes: (Cell, 10)));
        await server.Get<Comparison>().Run(always: false, default);
        return server;
    }
}
