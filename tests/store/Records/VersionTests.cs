using Pipeline.Store.Records;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Records;

public sealed class SqliteVersionTests : VersionTests<Sqlite>;

public sealed class PostgresVersionTests : VersionTests<Postgres>;

/// <summary>What is read anew becomes a version of its record, or none.</summary>
public abstract class VersionTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Page = "http://www.qinghe.gov.cn/2023/t1.html";

    [Fact]
    public async Task The_same_result_twice_changes_nothing()
    {
        await Settle(Document(Page), SampleReport.Of());
        var before = await Everything();
        Clock.Now += TimeSpan.FromHours(1);

        await Settle(Document(Page), SampleReport.Of());

        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task New_content_gives_a_new_version_and_keeps_the_old()
    {
        await Settle(Document(Page), SampleReport.Of(changes: ("applications.new.total", 7)));
        await Settle(Document(Page, "second", day: 1), SampleReport.Of(changes: ("applications.new.total", 8)));

        var record = await OnlyRecord();
        var history = await Records.History(record.Current.RecordId, default);

        Assert.Equal([1, 2], history.Select(version => version.Number));
        Assert.Equal(2, record.Current.Number);
        var change = Assert.Single(RecordDifference.Between(history[0].Report, history[1].Report).Cells);
        Assert.Equal((7, 8), ((int)change.Before!.Value!, (int)change.After!.Value!));
    }

    [Fact]
    public async Task A_late_message_about_older_content_does_not_become_current()
    {
        await Settle(Document(Page, "second", day: 1), SampleReport.Of(changes: ("applications.new.total", 8)));
        await Settle(Document(Page), SampleReport.Of(changes: ("applications.new.total", 7)));

        Assert.Equal(8, ValueOf(await OnlyRecord(), "applications.new.total"));
    }

    [Fact]
    public async Task Content_that_goes_back_makes_the_old_version_current_again()
    {
        await Settle(Document(Page), SampleReport.Of(changes: ("applications.new.total", 7)));
        await Settle(Document(Page, "second", day: 1), SampleReport.Of(changes: ("applications.new.total", 8)));
        await Settle(Document(Page, day: 2), SampleReport.Of(changes: ("applications.new.total", 7)));

        var record = await OnlyRecord();

        Assert.Equal(7, ValueOf(record, "applications.new.total"));
        Assert.Equal(2, record.Versions);
    }

    [Fact]
    public async Task The_order_of_the_sections_makes_no_other_reading()
    {
        var report = SampleReport.Of();
        await Settle(Document(Page), report);
        await Settlement.Settle(Document(Page), Extracted("2.0", report with { Sections = report.Sections.Reverse().ToDictionary() }), default);

        Assert.Equal(1, (await OnlyRecord()).Versions);
    }

    [Fact]
    public async Task The_same_reading_by_a_newer_extractor_adds_no_version()
    {
        await Settle(Document(Page), SampleReport.Of());
        await Settlement.Settle(Document(Page), Extracted("2.0", SampleReport.Of()), default);

        Assert.Equal(1, (await OnlyRecord()).Versions);
    }

    [Fact]
    public async Task A_different_reading_by_a_newer_extractor_becomes_current_and_stays_so_when_the_old_one_repeats()
    {
        await Settle(Document(Page), SampleReport.Of(changes: ("applications.new.total", 7)));
        await Settlement.Settle(Document(Page), Extracted("2.0", SampleReport.Of(changes: ("applications.new.total", 8))), default);
        await Settle(Document(Page), SampleReport.Of(changes: ("applications.new.total", 7)));

        Assert.Equal(8, ValueOf(await OnlyRecord(), "applications.new.total"));
        Assert.Equal(2, (await OnlyRecord()).Versions);
    }

    private static decimal? ValueOf(StoredRecord record, string cell) => record.Current.Report.Cells.Single(reading => reading.Cell.ToString() == cell).Value;
}
