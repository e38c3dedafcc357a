using Pipeline.Contracts.Reports;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Groups;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Reviews;

public sealed class SqliteQueueTests : QueueTests<Sqlite>;

public sealed class PostgresQueueTests : QueueTests<Postgres>;

public abstract class QueueTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task The_queue_begins_with_what_a_decision_is_worth_most()
    {
        await Waits(1, year: 2001, confidence: 0.1, number: 3);
        await Waits(2, year: 2002, confidence: 0.2, number: 9000);
        await Waits(3, year: 2003, confidence: 0.3, number: 9000, others: 9);
        await new DoubtRefresh(Database, TimeProvider.System).Run(TimeSpan.FromMinutes(1), default);

        Assert.Equal([2001, 2002, 2003], await Years(new QueueFilter()));
        Assert.Equal([2002, 2003, 2001], await Years(new QueueFilter { Order = QueueOrder.Worth }));

        var first = Assert.Single(await Queue.Page(new QueueFilter { Order = QueueOrder.Worth }, null, 1, default));
        Assert.Equal((1, 9000.0), (first.Doubts, first.Largest));
        var second = Assert.Single(await Queue.Page(new QueueFilter { Order = QueueOrder.Worth }, (first.Place, first.RecordId), 1, default));
        Assert.Equal((2003, 10), (second.Year, second.Doubts));
    }

    [Fact]
    public async Task Filters_are_by_reason_source_region_form_and_number_of_doubts()
    {
        await Waits(1, year: 2001, confidence: 0.1, number: 3, others: 9);
        await Waits(2, year: null, confidence: 0.2, number: 3);
        await new DoubtRefresh(Database, TimeProvider.System).Run(TimeSpan.FromMinutes(1), default);

        Assert.Equal([null], await Years(new QueueFilter { Reason = QueueReason.Year }));
        Assert.Equal([2001], await Years(new QueueFilter { Reason = QueueReason.Cell }));
        Assert.Empty(await Years(new QueueFilter { Reason = QueueReason.Sum }));
        Assert.Equal([2001, null], await Years(new QueueFilter { Source = "test", Region = "13", Form = "2021" }));
        Assert.Empty(await Years(new QueueFilter { Source = "another" }));
        Assert.Equal([null], await Years(new QueueFilter { Doubts = 5 }));
        Assert.Equal(1, await Queue.Count(new QueueFilter { Doubts = 5 }, default));
    }

    [Fact]
    public async Task A_record_that_somebody_has_open_says_so_to_others_until_it_ends_by_itself()
    {
        var record = await Waits(1, 2001, 0.1, 3);

        Assert.Equal("wang", (await Claims.Open(record, "wang", default)).Holder);
        var seen = await Claims.Open(record, "li", default);
        Assert.True(seen.IsHeldFrom("li"));
        Assert.Equal(Start + ReviewClaims.Held, seen.HeldUntil);
        Assert.Equal("wang", Assert.Single(await Queue.Page(new QueueFilter(), null, 10, default)).Claims.Holder);

        Clock.Now = Start + ReviewClaims.Held + TimeSpan.FromSeconds(1);
        Assert.Equal("li", (await Claims.Open(record, "li", default)).Holder);
        await Claims.Close(record, "wang", default);
        Assert.True((await Claims.Open(record, "wang", default)).IsHeldFrom("wang"));
    }

    [Fact]
    public async Task What_a_person_passes_by_leaves_that_queue_for_a_week_and_others_see_why()
    {
        var record = await Waits(1, 2001, 0.1, 3);

        Assert.True(await Claims.Skip(record, "the scan is unreadable", "wang", default));

        Assert.Empty(await Years(new QueueFilter { NotSkippedBy = "wang" }));
        Assert.Equal("the scan is unreadable", Assert.Single(Assert.Single(await Queue.Page(new QueueFilter { NotSkippedBy = "li" }, null, 10, default)).Claims.Skips).Reason);
        Clock.Now = Start.AddDays(8);
        Assert.Single(await Years(new QueueFilter { NotSkippedBy = "wang" }));
        Assert.False(await Claims.Skip(99, "none", "wang", default));
    }

    [Fact]
    public async Task Records_are_given_to_people_and_to_nobody()
    {
        var record = await Waits(1, 2001, 0.1, 3);
        await Waits(2, 2002, 0.2, 3);

        await Claims.Assign(record, "li", "wang", default);

        Assert.Equal([2001], await Years(new QueueFilter { Assignee = "li" }));
        Assert.Equal([2002], await Years(new QueueFilter { Assignee = "" }));
        await Claims.Assign(record, null, "wang", default);
        Assert.Empty(await Years(new QueueFilter { Assignee = "li" }));
    }

    private ReviewQueue Queue => new(Database, Clock);

    private ReviewClaims Claims => new(Database, Clock);

    private async Task<IReadOnlyList<int?>> Years(QueueFilter filter) => [.. (await Queue.Page(filter, null, 10, default)).Select(record => record.Year)];

    /// <param name="others">Further doubtful cells, of small numbers.</param>
    /// <returns>Id of the record.</returns>
    private async Task<long> Waits(int page, int? year, double confidence, decimal number, int others = 0)
    {
        var report = SampleReport.Of(year: year, changes: ("applications.new.total", number));
        await Settle(Document($"http://www.qinghe.gov.cn/{page}.html", $"{page}"), report with
        {
            Status = ReviewStatus.Review,
            Confidence = confidence,
            Cells = [.. report.Cells.Select((cell, place) => cell.Cell.ToString() == "applications.new.total" || place < others ? cell with { Confidence = 0.5 } : cell)],
        });
        return (await All()).First(record => record.Current.SourceUrl.EndsWith($"/{page}.html", StringComparison.Ordinal)).Current.RecordId;
    }
}
