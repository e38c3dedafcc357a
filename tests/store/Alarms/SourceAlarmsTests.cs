using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Alarms;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Alarms;

public sealed class SqliteSourceAlarmsTests : SourceAlarmsTests<Sqlite>;

public sealed class PostgresSourceAlarmsTests : SourceAlarmsTests<Postgres>;

public abstract class SourceAlarmsTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";

    private readonly RecordedChannel _channel = new();

    [Fact]
    public async Task An_alarm_that_opens_and_closes_is_told_once_each_and_the_source_says_since_when_it_is_well()
    {
        await Visit(0, FetchOutcome.Unchanged);
        Assert.Empty(await Alarms().Look(default));
        await Visit(1, FetchOutcome.Failed);

        Assert.Equal((SourceAlarm.None, SourceAlarm.Down), Change(Assert.Single(await Alarms().Look(default))));
        Assert.Empty(await Alarms().Look(default));
        await Visit(2, FetchOutcome.Unchanged);
        Clock.Now = Start.AddDays(2);
        Assert.Equal((SourceAlarm.Down, SourceAlarm.None), Change(Assert.Single(await Alarms().Look(default))));

        Assert.Equal(Start.AddDays(2), (await Source()).Since(null));
        Assert.Equal(2, await Notices().Deliver(default));
        Assert.Equal(["1 alarms opened, 0 closed", "0 alarms opened, 1 closed"], _channel.Sent.Select(sent => sent.Subject));
        Assert.Contains("opened: test: down, failing since 2026-02-02 08:00 +08:00", _channel.Sent[0].Text, StringComparison.Ordinal);
        Assert.Contains("\"opened\":[{\"source\":\"test\",\"alarm\":\"down\"", _channel.Sent[0].Json, StringComparison.Ordinal);
        Assert.Equal(0, await Notices().Deliver(default));
    }

    [Fact]
    public async Task Two_processes_that_look_at_once_tell_of_a_change_once()
    {
        await Visit(0, FetchOutcome.Unchanged);
        await Visit(1, FetchOutcome.Failed);

        var looks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Alarms().Look(default))));

        Assert.Single(looks.SelectMany(changes => changes));
        Assert.Single(await Notices().Latest(10, default));
    }

    [Fact]
    public async Task What_somebody_knows_of_calls_nobody_until_it_expires()
    {
        await Visit(0, FetchOutcome.Unchanged);
        await Visit(1, FetchOutcome.Failed);

        Assert.Equal(1, await Alarms().Acknowledge(["test", "nobody's"], "moves house", Start.AddDays(7), "wang", default));

        var source = await Source();
        Assert.True(source.IsAcknowledged(null, Start.AddDays(6)));
        Assert.False(source.IsAcknowledged(null, Start.AddDays(7)));
        Assert.Equal(("moves house", "wang"), (source.Standing!.Acknowledged!.Reason, source.Standing.Acknowledged.Who));
    }

    [Fact]
    public async Task What_somebody_knows_of_calls_again_when_it_gets_worse_and_when_it_comes_back()
    {
        await Visit(0, FetchOutcome.Unchanged);
        await Visit(1, FetchOutcome.RobotsUnreachable);
        await Alarms().Acknowledge(["test"], "known", Start.AddDays(70), "wang", default);
        Assert.True((await Source()).IsAcknowledged(null, Start));

        await Visit(2, FetchOutcome.Failed);
        await Alarms().Look(default);
        Assert.Equal((SourceAlarm.Down, false), ((await Source()).Alarm(null), (await Source()).IsAcknowledged(null, Start)));

        await Alarms().Acknowledge(["test"], "known", Start.AddDays(70), "wang", default);
        await Visit(3, FetchOutcome.Unchanged);
        await Alarms().Look(default);
        await Visit(4, FetchOutcome.Failed);
        await Alarms().Look(default);
        Assert.False((await Source()).IsAcknowledged(null, Start));
    }

    [Fact]
    public async Task What_is_taken_back_calls_again()
    {
        await Visit(0, FetchOutcome.Failed);
        await Alarms().Acknowledge(["test"], "known", Start.AddDays(7), "wang", default);

        Assert.True(await Alarms().Withdraw("test", default));

        Assert.False((await Source()).IsAcknowledged(null, Start));
        Assert.False(await Alarms().Withdraw("test", default));
    }

    [Fact]
    public async Task A_channel_that_fails_is_told_and_tried_again_later_until_a_day_has_passed()
    {
        await Visit(0, FetchOutcome.Failed);
        await Alarms().Look(default);
        _channel.Problem = "hooks.example.org answered 500.";

        Assert.Equal(0, await Notices().Deliver(default));
        var told = Assert.Single(await Notices().Latest(10, default));
        Assert.Equal(("hooks.example.org answered 500.", 1, Start.AddMinutes(1)), (told.Problem, told.Attempts, told.NextAttemptAt));
        Assert.Equal(0, await Notices().Deliver(default));
        Assert.Equal(1, _channel.Attempts);

        Clock.Now = Start.AddHours(25);
        await Notices().Deliver(default);
        Assert.Equal((2, null, null), (_channel.Attempts, (await Notices().Latest(10, default))[0].NextAttemptAt, (await Notices().Latest(10, default))[0].SentAt));
    }

    [Fact]
    public async Task A_channel_that_hangs_costs_its_time_and_no_more()
    {
        await Visit(0, FetchOutcome.Failed);
        await Alarms().Look(default);
        _channel.Hangs = true;

        Assert.Equal(0, await Notices(TimeSpan.FromMilliseconds(50)).Deliver(default));

        Assert.Equal("gave no answer within 0.05 s", (await Notices().Latest(10, default))[0].Problem);
    }

    private SourceAlarms Alarms() => new(Database, new OperationsQuery(Database, Clock), new AlarmOptions(), [_channel], Clock);

    private Notices Notices(TimeSpan? timeout = null) => new(Database, new AlarmOptions { Timeout = timeout ?? TimeSpan.FromSeconds(10) }, [_channel], Clock, NullLogger<Notices>.Instance);

    private Task Visit(int day, FetchOutcome outcome) => Ledger.Record(Fetch(Document(Url, "-", day), outcome, outcome == FetchOutcome.Unchanged ? null : "refused"), default);

    private async Task<SourceFigures> Source() => Assert.Single(await new OperationsQuery(Database, Clock).Sources(default));

    private static (SourceAlarm, SourceAlarm) Change(AlarmChange change) => (change.Before, change.After);
}
