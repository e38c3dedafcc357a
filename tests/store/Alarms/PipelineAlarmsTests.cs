using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Alarms;
using Pipeline.Store.Controls;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Alarms;

public sealed class SqlitePipelineAlarmsTests : PipelineAlarmsTests<Sqlite>;

public sealed class PostgresPipelineAlarmsTests : PipelineAlarmsTests<Postgres>;

public abstract class PipelineAlarmsTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private readonly RecordedChannel _channel = new();
    private readonly NamedQueues _queues = new();

    [Fact]
    public async Task A_crawl_that_does_not_begin_is_told_when_it_has_stood_and_when_it_is_over()
    {
        await Crawls.TellTimes([("0 2 * * *", Start.AddHours(2))], default);
        Clock.Now = Start.AddHours(2.5);
        Assert.Empty((await Look()).Opened);

        Clock.Now = Start.AddHours(3.1);
        Assert.Empty((await Look()).Opened);
        Clock.Now = Start.AddHours(3.2);
        Assert.Equal((PipelineAlarm.CrawlMissed, Start.AddHours(2)), Assert.Single((await Look()).Opened) is var missed ? (missed.Alarm, missed.Since) : default);
        Assert.Empty((await Look()).Opened);

        await Crawls.TellTimes([("0 2 * * *", Start.AddHours(26))], default);
        Assert.Equal([PipelineAlarm.CrawlMissed], (await Look()).Closed);

        Assert.Equal(2, await new Notices(Database, new AlarmOptions(), [_channel], Clock, NullLogger<Notices>.Instance).Deliver(default));
        Assert.Equal(["opened: a crawl did not begin", "closed: a crawl did not begin"], _channel.Sent.Select(sent => sent.Subject));
        Assert.Contains("a crawl did not begin, since 2026-02-01 10:00 +08:00", _channel.Sent[0].Text, StringComparison.Ordinal);
        Assert.Contains("\"opened\":[{\"alarm\":\"crawl_missed\"", _channel.Sent[0].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_that_wait_and_a_queue_without_workers_are_told_and_a_moment_of_it_is_not()
    {
        await Ledger.Record(Fetch(Document("http://www.qinghe.gov.cn/1.html")), default);
        _queues.Standing.AddRange([new("extract-fetched", 3, 0, 0, 0, Workers: 0), new("extract-fetched_error", 3, 0, 0, 0, Workers: 0)]);
        Clock.Now = Start.AddHours(1);
        Assert.Empty((await Look()).Opened);
        _queues.Standing.Clear();
        Clock.Now = Start.AddHours(1.1);

        Assert.Equal([PipelineAlarm.DocumentsWait], (await Look()).Opened.Select(trouble => trouble.Alarm));

        _queues.Standing.Add(new("extract-fetched", 3, 0, 0, 0, Workers: 0));
        await Look();
        Clock.Now = Start.AddHours(1.2);
        Assert.Equal("extract-fetched", Assert.Single((await Look()).Opened).Why);
    }

    private CrawlRequests Crawls => new(Database, Clock);

    private Task<(IReadOnlyList<PipelineTrouble> Opened, IReadOnlyList<PipelineAlarm> Closed)> Look() =>
        new PipelineAlarms(Database, new OperationsQuery(Database, Clock), Crawls, _queues, [_channel], Clock).Look(default);

    private sealed class NamedQueues : IQueueFigures
    {
        public List<QueueFigure> Standing { get; } = [];

        public Task<QueueFigures> Read(CancellationToken cancellation) => Task.FromResult(new QueueFigures(Standing, null, null));
    }
}
