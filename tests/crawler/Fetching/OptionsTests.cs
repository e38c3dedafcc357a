using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Politeness;
using Pipeline.Crawler.Robots;

namespace Pipeline.Crawler.Tests.Fetching;

public sealed class OptionsTests
{
    [Fact]
    public void Defaults_are_as_documented()
    {
        var fetch = new FetchOptions();
        Assert.Equal((32 << 20, 32, 200), (fetch.LargestBody, fetch.LargestHeaderKib, fetch.LargestRatio));
        Assert.Equal(TimeSpan.FromSeconds(10), fetch.ConnectTime);
        Assert.Equal(TimeSpan.FromSeconds(30), fetch.HeaderTime);
        Assert.Equal(TimeSpan.FromSeconds(20), fetch.SilentTime);
        Assert.Equal(TimeSpan.FromSeconds(45), fetch.TotalTime);
        var pace = new PaceOptions();
        Assert.Equal((TimeSpan.FromSeconds(1), 0.3, 1), (pace.LeastGap, pace.Jitter, pace.Connections));
        var robots = new RobotsOptions();
        Assert.InRange(robots.KeptFor, TimeSpan.FromHours(1), TimeSpan.FromHours(24));
        Assert.True(robots.Redirects >= 5);
    }

    [Fact]
    public void A_turn_outlasts_every_fetch() => Assert.True(new PaceOptions().TurnTime > new FetchOptions().LongestTime);

    [Fact]
    public void The_operator_is_asked_for_a_contact()
    {
        Assert.True(new UserAgent().LacksContact);
        var agent = new UserAgent { Contact = new("mailto:crawl@operator.test") };
        Assert.False(agent.LacksContact);
        Assert.EndsWith("(+mailto:crawl@operator.test)", agent.ToString(), StringComparison.Ordinal);
    }
}
