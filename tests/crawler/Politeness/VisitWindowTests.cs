using Pipeline.Crawler.Politeness;

namespace Pipeline.Crawler.Tests.Politeness;

public sealed class VisitWindowTests
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    [Theory]
    [InlineData("22:00", "06:00", "2026-01-20T22:00:00+08:00", "2026-01-20T22:00:00+08:00")]
    [InlineData("22:00", "06:00", "2026-01-20T03:00:00+08:00", "2026-01-20T03:00:00+08:00")]
    [InlineData("22:00", "06:00", "2026-01-20T06:00:00+08:00", "2026-01-20T22:00:00+08:00")]
    [InlineData("01:00", "05:00", "2026-01-20T12:00:00+08:00", "2026-01-21T01:00:00+08:00")]
    [InlineData("01:00", "05:00", "2026-01-31T18:30:00Z", "2026-02-01T02:30:00+08:00")]
    [InlineData("00:00", "00:00", "2026-01-20T12:00:00+08:00", "2026-01-20T12:00:00+08:00")]
    public void Next_opening_is_now_or_the_next_time_it_opens(string opens, string closes, string now, string opening)
    {
        var window = new VisitWindow(TimeOnly.Parse(opens, null), TimeOnly.Parse(closes, null), China);
        var next = window.NextOpening(DateTimeOffset.Parse(now, null));
        Assert.Equal(DateTimeOffset.Parse(opening, null), next);
        Assert.True(window.IsOpen(next));
    }
}
