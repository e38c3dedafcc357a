using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Groups;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Reviews;

public sealed class SqliteGroupDecisionTests : GroupDecisionTests<Sqlite>;

public sealed class PostgresGroupDecisionTests : GroupDecisionTests<Postgres>;

public abstract class GroupDecisionTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Cell = "applications.new.total";
    private const string Cause = "grid.label-header readings:differ";
    private static readonly GroupKey BySite = new(Cause, GroupedBy.Site, "qinghe.gov.cn");

    [Fact]
    public async Task Doubts_of_one_cause_are_grouped_by_site_and_by_cell()
    {
        await Doubtful(3);
        await Settle(Document("http://www.other.gov.cn/1.html", "other"), Report(1999));
        Assert.Equal(4, await Doubts.CountMissing(default));
        await Refresh();
        Assert.Equal(0, await Doubts.CountMissing(default));

        Assert.Equal([new DoubtGroup(BySite, 3, 3)], await Groups.List(GroupedBy.Site, 10, default));
        Assert.Equal([new DoubtGroup(new GroupKey(Cause, GroupedBy.Cell, Cell), 4, 4)], await Groups.List(GroupedBy.Cell, 10, default));
        Assert.Equal(3, (await Groups.Cells(BySite, default)).Count);
    }

    [Fact]
    public async Task One_decision_is_about_all_finishes_what_has_nothing_left_and_is_taken_back_in_one()
    {
        await Doubtful(3);
        await Refresh();

        var step = await Decide(ReviewVerdict.Confirmed);

        Assert.Equal((3, 3, 3), (step!.Cells, step.Records, step.Finished));
        Assert.Equal(0, await Queue.Count(default));
        Assert.Empty(await Groups.List(GroupedBy.Site, 10, default));
        Assert.All(await All(), record => Assert.Equal(ReviewStatus.Reviewed, record.Status));

        Assert.NotNull((await Decisions.Undo(step.Id, "li", default))!.UndoneAt);

        Assert.Equal(3, await Queue.Count(default));
        Assert.Equal(3, (await Groups.Cells(BySite, default)).Count);
        Assert.Null(await Decisions.Undo(step.Id, "li", default));
        Assert.Equal("li", Assert.Single(await Decisions.Latest(10, default)).UndoneBy);
    }

    [Fact]
    public async Task Rejecting_makes_blanks_of_numbers_and_keeps_what_the_machine_read()
    {
        await Doubtful(2);
        await Refresh();

        await Decide(ReviewVerdict.Corrected, "nothing is printed there");

        var review = Assert.Single(await Reviews.Of((await All())[0].Current.RecordId, default));
        Assert.Equal((ReviewVerdict.Corrected, null, 12m), (review.Verdict, review.Value, review.MachineValue));
    }

    [Fact]
    public async Task A_group_that_has_changed_since_it_was_seen_is_left_alone()
    {
        await Doubtful(3);
        await Refresh();
        var seen = DoubtGroups.Seal(await Groups.Cells(BySite, default));
        var first = (await All())[0].Current.RecordId;
        await Reviews.Decide(new CellDecision(first, new CellId(Cell), ReviewVerdict.Confirmed, null, null, "li", 0), default);

        Assert.Null(await Decisions.Decide(new GroupDecision(BySite, ReviewVerdict.Confirmed, null, true, "wang", seen), default));

        Assert.Empty(await Decisions.Latest(10, default));
        Assert.Equal(3, await Queue.Count(default));
    }

    [Fact]
    public async Task What_somebody_decided_after_a_step_stays_when_the_step_is_taken_back()
    {
        await Doubtful(2);
        await Refresh();
        var step = await Decide(ReviewVerdict.Confirmed);
        var first = (await All())[0].Current.RecordId;
        await Reviews.Decide(new CellDecision(first, new CellId(Cell), ReviewVerdict.Corrected, 13, "印刷为13", "li", 1), default);

        await Decisions.Undo(step!.Id, "wang", default);

        Assert.Equal((ReviewVerdict.Corrected, 13m), (Assert.Single(await Reviews.Of(first, default)).Verdict, Assert.Single(await Reviews.Of(first, default)).Value));
    }

    [Fact]
    public async Task A_record_with_other_doubts_is_decided_and_not_finished()
    {
        await Doubtful(2);
        var report = Report(2030);
        await Settle(Document("http://www.qinghe.gov.cn/more.html", "more"), report with { Cells = [.. report.Cells.Select((cell, place) => place == 40 ? cell with { Confidence = 0.3 } : cell)] });
        await Refresh();

        var step = await Decide(ReviewVerdict.Confirmed);

        Assert.Equal((3, 2), (step!.Records, step.Finished));
        Assert.Equal(1, await Queue.Count(default));
    }

    [Fact]
    public async Task What_was_read_anew_is_looked_at_anew()
    {
        await Doubtful(2);
        await Refresh();

        await Settlement.Settle(Document("http://www.qinghe.gov.cn/0.html", "0"), Extracted("2.0", Report(2000) with { Cells = [.. Report(2000).Cells.Select(cell => cell with { Rule = "sequence.rows" })] }), default);
        await Refresh();

        Assert.Empty(await Groups.List(GroupedBy.Site, 10, default));
    }

    private DoubtGroups Groups => new(Database);

    private GroupDecisions Decisions => new(Database, Clock);

    private CellReviews Reviews => new(Database, Clock);

    private ReviewQueue Queue => new(Database, Clock);

    private DoubtRefresh Doubts => new(Database, TimeProvider.System);

    private Task Refresh() => Doubts.Run(TimeSpan.FromMinutes(1), default);

    private async Task<ReviewStep?> Decide(ReviewVerdict verdict, string? reason = null) =>
        await Decisions.Decide(new GroupDecision(BySite, verdict, reason, true, "wang", DoubtGroups.Seal(await Groups.Cells(BySite, default))), default);

    private async Task Doubtful(int count)
    {
        for (var number = 0; number < count; number++)
            await Settle(Document($"http://www.qinghe.gov.cn/{number}.html", $"{number}"), Report(2000 + number));
    }

    private static AnnualReport Report(int year)
    {
        var report = SampleReport.Of(year: year, changes: (Cell, 12));
        return report with
        {
            Status = ReviewStatus.Review,
            Confidence = 0.5,
            Cells = [.. report.Cells.Select(cell => cell.Cell.ToString() == Cell ? cell with { Confidence = 0.5, Evidence = ["readings:differ"] } : cell)],
        };
    }
}
