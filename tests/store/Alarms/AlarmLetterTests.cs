using Pipeline.Store.Alarms;
using Pipeline.Store.Dashboard;

namespace Pipeline.Store.Tests.Alarms;

public sealed class AlarmLetterTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_stays_below_the_least_alarm_or_is_known_is_worth_no_letter()
    {
        var known = new Acknowledgement(SourceAlarm.Down, "known", "wang", Now, Now.AddDays(1));

        Assert.Null(AlarmLetter.Of([Change("a", SourceAlarm.None, SourceAlarm.Noticed), Change("b", SourceAlarm.Silent, SourceAlarm.Down) with { Acknowledged = known }], SourceAlarm.Empty, Now));
    }

    [Fact]
    public void A_night_without_network_is_one_letter_that_names_the_first_and_counts_all()
    {
        var letter = AlarmLetter.Of([.. Enumerable.Range(0, 14_000).Select(number => Change($"source {number}", SourceAlarm.None, SourceAlarm.Down))], SourceAlarm.Empty, Now)!;

        Assert.Equal("14000 alarms opened, 0 closed", letter.Subject);
        Assert.InRange(letter.Text.Length, 100, 5000);
        Assert.Contains("\"opened_count\":14000", letter.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alarm_that_gets_better_and_is_still_one_opens_and_closes_nothing()
    {
        Assert.Null(AlarmLetter.Of([Change("a", SourceAlarm.Down, SourceAlarm.Empty)], SourceAlarm.Empty, Now));
    }

    [Fact]
    public void An_alarm_that_closes_because_its_source_is_paused_says_so()
    {
        var letter = AlarmLetter.Of([Change("a", SourceAlarm.Down, SourceAlarm.None) with { IsPaused = true }], SourceAlarm.Empty, Now)!;

        Assert.Contains("closed: a: paused, was down", letter.Text, StringComparison.Ordinal);
    }

    private static AlarmChange Change(string source, SourceAlarm before, SourceAlarm after) => new(source, before, after, null, null, false, null);
}
