namespace Pipeline.Web.Tests.Layout;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", null, "zh-Hans")]
    [InlineData("en-GB,en;q=0.9,zh;q=0.5", null, "en")]
    [InlineData("de,fr;q=0.5", null, "en")]
    [InlineData("de,en;q=0.3,zh;q=0.7", null, "zh-Hans")]
    [InlineData(null, null, "en")]
    [InlineData("en", "zh", "zh-Hans")]
    [InlineData("zh", "en", "en")]
    [InlineData("zh", "klingon", "zh-Hans")]
    public async Task The_persons_choice_goes_before_the_browsers(string? accepted, string? chosen, string expected)
    {
        await using var server = await TestServer.Run();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/explore");
        if (accepted is not null)
            request.Headers.Add("Accept-Language", accepted);
        if (chosen is not null)
            request.Headers.Add("Cookie", $"pipeline-language={chosen}");

        var page = await (await server.Client.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Contains($"<html lang=\"{expected}\">", page, StringComparison.Ordinal);
    }
}
