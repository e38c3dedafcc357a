using Pipeline.Extractor.Work;

namespace Pipeline.Extractor.Tests.Work;

public sealed class WorkMeterTests
{
    private TimeSpan _processor = TimeSpan.FromSeconds(100);

    [Fact]
    public void Documents_under_way_share_what_the_process_worked()
    {
        var meter = new WorkMeter(() => _processor);
        Work(5);
        using var first = meter.Begin();
        Work(2);
        using (var second = meter.Begin())
        {
            Work(4);
            Assert.Equal((4, 2), (first.Worked.TotalSeconds, second.Worked.TotalSeconds));
        }

        Work(3);
        Assert.Equal(7, first.Worked.TotalSeconds);
    }

    private void Work(int seconds) => _processor += TimeSpan.FromSeconds(seconds);
}
