using System.ComponentModel.DataAnnotations;
using Pipeline.Web.Settings;

namespace Pipeline.Web.Tests.Settings;

public sealed class WebSettingsTests
{
    [Fact]
    public void By_default_this_machine_alone_reaches_the_pages()
    {
        var settings = new WebSettings();

        Assert.Equal("127.0.0.1:8481", settings.Endpoint.ToString());
        Assert.Empty(Problems(settings));
    }

    [Theory]
    [InlineData("localhost:9000")]
    [InlineData("[::1]:9000")]
    [InlineData("127.0.0.1:0")]
    public void Loopback_addresses_need_no_key(string listen) => Assert.Empty(Problems(new WebSettings { Listen = listen }));

    [Theory]
    [InlineData("8481")]
    [InlineData("127.0.0.1")]
    [InlineData("example.org:80")]
    [InlineData("127.0.0.1:99999")]
    [InlineData("")]
    public void What_is_no_address_and_port_is_named(string listen) =>
        Assert.Contains("is no address and port", Assert.Single(Problems(new WebSettings { Listen = listen })), StringComparison.Ordinal);

    [Fact]
    public void Other_machines_come_in_with_keys_only()
    {
        var open = new WebSettings { Listen = "0.0.0.0:8481" };
        var kept = new WebSettings { Listen = "0.0.0.0:8481", Keys = { new ApiKeySettings { Name = "wang", Key = new string('k', 32) } } };

        Assert.Contains("web.keys or web.proxy must say who may come in", Assert.Single(Problems(open)), StringComparison.Ordinal);
        Assert.Empty(Problems(kept));
    }

    [Fact]
    public void Keys_are_long_named_and_different()
    {
        var settings = new WebSettings { Keys = { new ApiKeySettings { Name = "", Key = "short" }, new ApiKeySettings { Name = "", Key = "short" } } };

        var problems = Problems(settings);

        Assert.Contains(problems, problem => problem.Contains("shorter than 32", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("no name", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("two keys", StringComparison.Ordinal));
    }

    private static List<string> Problems(WebSettings settings) => [.. settings.Validate(new ValidationContext(settings)).Select(result => result.ErrorMessage!)];
}
