using Pipeline.Contracts;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Audits;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Reviews;

public sealed class SqliteAcceptedAuditTests : AcceptedAuditTests<Sqlite>;

public sealed class PostgresAcceptedAuditTests : AcceptedAuditTests<Postgres>;

public abstract class AcceptedAuditTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    [Fact]
    public async Task Each_week_cells_of_accepted_records_are_drawn_once_one_of_a_record()
    {
        await Accepted(3);

        Assert.Equal(3, await Audit.Draw(default));
        Assert.Equal(0, await Audit.Draw(default));
        Clock.Now = Start.AddDays(7);
        Assert.Equal(3, await Audit.Draw(default));
        Assert.Equal(6, (await Audit.Figures(default)).Open);
    }

    [Fact]
    public async Task Two_reviewers_look_at_each_cell_and_never_twice_at_the_same()
    {
        await Accepted(2);
        await Audit.Draw(default);

        foreach (var (person, isRight) in new[] { ("wang", true), ("wang", true), ("li", true), ("li", false) })
            Assert.True(await Audit.Answer((await Audit.Next(person, default))!.Id, person, isRight, default));

        Assert.Null(await Audit.Next("wang", default));
        Assert.Null(await Audit.Next("zhao", default));
        Assert.False(await Audit.Answer(1, "wang", false, default));
        var figures = await Audit.Figures(default);
        Assert.Equal((new Proportion(1, 2), new Proportion(1, 2), 0), (figures.Right, figures.Agreeing, figures.Open));
    }

    [Fact]
    public async Task Reviewers_are_told_by_what_they_did_and_how_often_others_decided_otherwise()
    {
        await Accepted(1);
        var reviews = new CellReviews(Database, Clock);
        var record = (await OnlyRecord()).Current.RecordId;
        var cell = new CellId("applications.new.total");
        await reviews.Decide(new CellDecision(record, cell, ReviewVerdict.Confirmed, null, null, "wang", 0), default);
        await reviews.Decide(new CellDecision(record, cell, ReviewVerdict.Corrected, 7, "printed 7", "li", 1), default);
        await new ReviewQueue(Database, Clock).Finish(record, "li", default);

        var people = (await new ReviewerQuery(Database, Clock).Read(default)).ToDictionary(person => person.Reviewer);

        Assert.Equal((1, 0, 1, 0), (people["wang"].Confirmed, people["wang"].Corrected, people["wang"].Overruled, people["wang"].Records));
        Assert.Equal((1, 0, 1), (people["li"].Corrected, people["li"].Overruled, people["li"].Records));
    }

    private AcceptedAudit Audit => new(Database, Clock);

    private async Task Accepted(int count)
    {
        for (var number = 0; number < count; number++)
            await Settle(Document($"http://www.qinghe.gov.cn/{number}.html", $"{number}"), SampleReport.Of(year: 2020 + number));
    }
}
