using Pipeline.Bodies.Declared;
using Pipeline.Bodies.Findings;
using Pipeline.Bodies.Names;
using Pipeline.Bodies.Regions;
using Pipeline.Store.Bodies;
using Pipeline.Store.Findings;
using Pipeline.Store.Tests.Engines;
using Pipeline.Store.Totals;

namespace Pipeline.Store.Tests.Bodies;

public sealed class SqliteBodyRefreshTests : BodyRefreshTests<Sqlite>;

public sealed class PostgresBodyRefreshTests : BodyRefreshTests<Postgres>;

/// <summary>Records find their bodies, and what the records say together is found.</summary>
public abstract class BodyRefreshTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Cell = "applications.new.total";

    private BodyDecisions Decisions => new(Database, Clock);

    private BodyQuery Bodies => new(Database);

    private FindingQuery Findings => new(Database);

    [Fact]
    public async Task A_renamed_body_is_one_and_keeps_its_id_when_more_is_known()
    {
        await Report("清河县农业局", 2017);
        await Compare();
        var first = Assert.Single(await Bodies.Page(new BodyFilter(), 0, 10, default));

        await Report("清河县农业农村局", 2019);
        await Report("农业农村局", 2020);
        await Compare();

        var body = Assert.Single(await Bodies.Page(new BodyFilter { Name = "农业局" }, 0, 10, default));
        Assert.Equal((first.Id, "农业农村局", BodyKind.Department, 2017, 2020, 3), (body.Id, body.Name, body.Kind, body.FirstYear, body.LastYear, body.Reports));
        Assert.Equal(["农业农村局", "清河县农业农村局", "清河县农业局"], (await Bodies.One(body.Id, default))!.Names.Select(name => name.Name));
        var record = (await Bodies.One(body.Id, default))!.Records[0].RecordId;
        Assert.Equal(body.Id, (await Bodies.OfRecord(record, default))!.Id);
    }

    [Fact]
    public async Task What_a_person_decides_about_two_names_holds_for_all_their_records()
    {
        await Report("清河县招商引资服务中心", 2018);
        await Report("清河县招商投资服务中心", 2019);
        await Report("清河县招商投资服务中心", 2020);
        await Compare();
        var question = Assert.Single(await Bodies.Questions(10, default));
        Assert.Equal(2, (await Bodies.Page(new BodyFilter(), 0, 10, default)).Count);

        Assert.True(await Decisions.Decide(question.Id, isSame: true, "wang", default));
        Assert.False(await Decisions.Decide(question.Id, isSame: true, "wang", default));
        await Compare();

        Assert.Empty(await Bodies.Questions(10, default));
        var body = Assert.Single(await Bodies.Page(new BodyFilter(), 0, 10, default));
        Assert.Equal((3, question.Right.Id), (body.Reports, body.Id));
        Assert.Equal(body.Id, (await Bodies.One(question.Left.Id, default))!.Became!.Id);
    }

    [Fact]
    public async Task Nothing_is_done_where_nothing_has_changed()
    {
        await Report("清河县民政局", 2022);

        Assert.NotNull(await Comparison().Run(always: false, default));
        Assert.Null(await Comparison().Run(always: false, default));
        await Report("清河县民政局", 2023);
        Assert.NotNull(await Comparison().Run(always: false, default));
    }

    [Fact]
    public async Task A_government_is_held_against_its_bodies_and_findings_keep_their_ids()
    {
        foreach (var year in new[] { 2021, 2022 })
        {
            await Report("清河县人民政府", year, (Cell, year == 2021 ? 9 : 10), ("applications.new.natural_person", 7), ("applications.new.commercial", year == 2021 ? 2 : 3));
            await Report("清河县民政局", year, (Cell, 4), ("applications.new.natural_person", 3), ("applications.new.commercial", 1));
            await Report("清河县财政局", year, (Cell, year == 2021 ? 5 : 6), ("applications.new.natural_person", year == 2021 ? 4 : 40), ("applications.new.commercial", year == 2021 ? 1 : 2));
        }

        await Compare();
        var found = Assert.Single(await Findings.Page(new FindingFilter { Kind = FindingKind.Sum }, 0, 10, default));
        await Compare();

        Assert.Equal((FindingOutcome.Disagrees, 2022, "清河县人民政府", FindingCause.BodySlip), (found.Outcome, found.Year, found.Body.Name, found.Cause));
        Assert.Equal(["清河县财政局"], found.Suspects.Select(body => body.Name));
        Assert.Equal([(7m, 43m)], found.Cells.Select(cell => (cell.Left!.Value, cell.Right!.Value)));
        Assert.Equal(found.Id, Assert.Single(await Findings.Page(new FindingFilter { Kind = FindingKind.Sum }, 0, 10, default)).Id);
        Assert.Equal(1, (await Findings.Counts(new FindingFilter { Agreeing = true, Year = 2021 }, default))[(FindingKind.Sum, FindingOutcome.Agrees)]);
    }

    [Fact]
    public async Task Totals_count_each_body_once_and_say_who_was_expected()
    {
        await Report("清河县民政局", 2021, (Cell, 4));
        await Report("清河县财政局", 2021, (Cell, 5));
        await Report("清河县财政局", 2022, (Cell, 7));
        await Compare();

        var totals = await new TotalsQuery(Database).Of(new Contracts.CellId(Cell), "13", 2, null, default);

        Assert.Equal([("13", 2021, 9m, 2L, 2L), ("13", 2022, 7m, 1L, 2L)], totals.Select(total => (total.Region!, total.Year, total.Sum, total.Reported, total.Expected)));
        Assert.Equal(["清河县民政局"], (await Bodies.Page(new BodyFilter { SilentSince = 2022 }, 0, 10, default)).Select(body => body.Name));
    }

    [Fact]
    public async Task Declared_bodies_are_expected_before_they_report()
    {
        await Report("清河县发改局", 2022);
        await Decisions.Declare(
            [new DeclaredBody("a", "清河县发展和改革局", ["发改局"], null, "130534", null, 2019, null), new DeclaredBody("b", "清河县信访局", [], null, "130534", null, 2020, null)], default);
        await Compare();

        var bodies = await Bodies.Page(new BodyFilter(), 0, 10, default);
        Assert.Equal([("清河县信访局", 0), ("清河县发展和改革局", 1)], bodies.Select(body => (body.Name, body.Reports)).OrderBy(body => body.Reports));

        await Report("清河县信访局", 2022);
        await Compare();
        Assert.Equal(bodies.Select(body => body.Id).Order(), (await Bodies.Page(new BodyFilter(), 0, 10, default)).Select(body => body.Id).Order());
    }

    private async Task Report(string authority, int year, params (string, decimal?)[] cells)
    {
        var zeros = SampleReport.Of(authority, year, "2021").Cells.Select(cell => (cell.Cell.ToString(), (decimal?)0)).ExceptBy(cells.Select(cell => cell.Item1), cell => cell.Item1);
        await Settle(Document($"http://www.qinghe.gov.cn/{year}/{Uri.EscapeDataString(authority)}.html", $"{authority} {year}"), SampleReport.Of(authority, year, "2021", [.. zeros, .. cells]));
    }

    private Comparison Comparison() => new(Database, new BodyRefresh(Database, DivisionTable.Of(new Qinghe()), Decisions), new FindingsRefresh(Database, Clock), Clock);

    private Task<ComparisonCounts?> Compare() => Comparison().Run(always: true, default);
}
