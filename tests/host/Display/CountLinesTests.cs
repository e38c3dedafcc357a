using Pipeline.Host.Display;

namespace Pipeline.Host.Tests.Display;

public sealed class CountLinesTests
{
    [Fact]
    public void Nought_counts_are_left_out() => Assert.Equal("15 new, 1 failed", CountLines.Of(("new", 15), ("changed", 0), ("failed", 1)));

    [Fact]
    public void No_counts_are_none() => Assert.Equal("none", CountLines.Of(("new", 0)));

    [Fact]
    public void Stored_names_read_as_words() => Assert.Equal("2 refused by robots", CountLines.Of(new Dictionary<string, long> { ["refused_by_robots"] = 2 }));
}
