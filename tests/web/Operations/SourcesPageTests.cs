using System.Globalization;
using Pipeline.Contracts.Ports;

namespace Pipeline.Web.Tests.Operations;

public sealed class SourcesPageTests
{
    [Fact]
    public async Task A_long_list_of_sources_begins_with_what_is_wrong_and_goes_on_over_pages()
    {
        await using var server = await TestServer.Run();
        for (var i = 0; i < 103; i++)
            await Visit(server, i, i == 102 ? FetchOutcome.Failed : FetchOutcome.Gone);

        var overview = await server.Client.GetStringAsync("/operations");
        var first = await server.Client.GetStringAsync("/operations/sources");
        var second = await server.Client.GetStringAsync("/operations/sources?page=2");

        Assert.Contains("103 sources: 1 never answered, 102 well", overview, StringComparison.Ordinal);
        Assert.Contains("All 103 sources", overview, StringComparison.Ordinal);
        Assert.True(first.IndexOf("第102县", StringComparison.Ordinal) < first.IndexOf("第000县", StringComparison.Ordinal));
        Assert.DoesNotContain("第101县", first, StringComparison.Ordinal);
        Assert.Contains("第101县", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name=第1县", 1)]
    [InlineData("state=neverAnswered", 1)]
    [InlineData("state=none", 2)]
    [InlineData("state=anything&page=-4", 3)]
    public async Task Sources_are_found_by_name_and_by_state(string query, int expected)
    {
        await using var server = await TestServer.Run();
        for (var i = 0; i < 3; i++)
            await Visit(server, i, i == 0 ? FetchOutcome.Failed : FetchOutcome.Gone, digits: "0");

        var page = await server.Client.GetStringAsync($"/operations/sources?{query}");

        Assert.Equal(expected, page.Split("class=\"lead-cell\"").Length - 1);
    }

    private static Task Visit(TestServer server, int number, FetchOutcome outcome, string digits = "000")
    {
        var name = number.ToString(digits, CultureInfo.InvariantCulture);
        var url = new Uri($"https://a{name}.gov.cn/1.html");
        return server.Get<IDocumentLedger>().Record(
            new FetchRecord
            {
                FetchId = new Guid(number + 1, 0, 0, new byte[8]), RunId = new Guid(1, 0, 0, new byte[8]), Source = $"第{name}县", Url = url.ToString(), Outcome = outcome,
                Facts = new() { RequestedUrl = url, FinalUrl = url, FetchedAt = TestServer.Start, Status = 404 },
            },
            default);
    }
}
