using Pipeline.Store.Reviews.Audits;

namespace Pipeline.Store.Tests.Reviews;

public sealed class ProportionTests
{
    // Values of Wilson's interval as Newcombe (1998) prints them.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_is_Wilsons(int hits, int drawn, double low, double high)
    {
        var interval = new Proportion(hits, drawn).Interval;

        Assert.Equal(low, interval.Low, 0.0001);
        Assert.Equal(high, interval.High, 0.0001);
    }

    [Fact]
    public void Nothing_drawn_tells_nothing()
    {
        Assert.Equal((null, (0.0, 1.0)), (new Proportion(0, 0).Share, new Proportion(0, 0).Interval));
    }
}
