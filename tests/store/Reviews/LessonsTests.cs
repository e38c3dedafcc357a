using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Audits;
using Pipeline.Store.Reviews.Groups;
using Pipeline.Store.Reviews.Learning;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Reviews;

public sealed class SqliteLessonsTests : LessonsTests<Sqlite>;

public sealed class PostgresLessonsTests : LessonsTests<Postgres>;

public abstract class LessonsTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Differ = "grid.label-header readings:differ";
    private const string Similar = "grid.label-header label:similar";

    private static readonly string[] Cells = ["applications.new.total", "applications.new.natural_person", "applications.new.commercial", "applications.new.research"];

    [Fact]
    public async Task Decisions_tell_which_evidence_is_over_and_underrated()
    {
        // Of eight cells said to be right with 0.9 none is; of eight said to be right with 0.3 all are.
        var ids = new List<long>();
        foreach (var year in new[] { 2021, 2022 })
        {
            ids.Add(await Waiting($"http://www.qinghe.gov.cn/{year}.html", year, 0.9, "readings:differ"));
            ids.Add(await Waiting($"http://www.qinghe.gov.cn/other/{year}.html", year + 10, 0.3, "label:similar"));
        }

        foreach (var (id, place) in ids.Select((id, place) => (id, place)))
            foreach (var cell in Cells)
                await new CellReviews(Database, Clock).Decide(
                    place % 2 == 0 ? new CellDecision(id, new CellId(cell), ReviewVerdict.Corrected, 77, "misread", "wang", 0) : new CellDecision(id, new CellId(cell), ReviewVerdict.Confirmed, null, null, "wang", 0), default);

        var causes = (await Lessons.Causes(default)).ToDictionary(cause => cause.Cause);

        Assert.Equal((Rating.Overrated, new Proportion(0, 8), 0L), (causes[Differ].Rating, causes[Differ].Right, causes[Differ].Waiting));
        Assert.Equal((Rating.Underrated, new Proportion(8, 8), 0L), (causes[Similar].Rating, causes[Similar].Right, causes[Similar].Waiting));
        Assert.Empty(await Lessons.Records(causes.Values, default));
    }

    [Fact]
    public async Task What_nobody_has_decided_about_and_many_cells_wait_for_teaches_most()
    {
        var few = await Waiting("http://www.qinghe.gov.cn/1.html", 2021, 0.5, "readings:differ", cells: 1);
        var many = await Waiting("http://www.qinghe.gov.cn/2.html", 2022, 0.5, "label:similar", cells: 4);
        var more = await Waiting("http://www.qinghe.gov.cn/3.html", 2023, 0.5, "readings:differ", cells: 2);

        var causes = await Lessons.Causes(default);

        Assert.Equal([Similar, Differ], causes.Select(cause => cause.Cause));
        Assert.All(causes, cause => Assert.Null(cause.Rating));
        Assert.Equal([(many, 4L), (more, 2L)], (await Lessons.Records(causes, default)).Select(lesson => (lesson.Record, lesson.Cells)));
        Assert.NotEqual(few, more);
    }

    private Lessons Lessons => new(Database);

    /// <summary>A record that waits because some of its cells are in doubt.</summary>
    private async Task<long> Waiting(string url, int year, double confidence, string sign, int cells = 4)
    {
        var report = SampleReport.Of(year: year, changes: [.. Cells.Select(cell => (cell, (decimal?)12))]);
        var doubted = Cells.Take(cells).ToHashSet(StringComparer.Ordinal);
        await Settle(Document(url, url), report with
        {
            Status = ReviewStatus.Review,
            Cells = [.. report.Cells.Select(cell => doubted.Contains(cell.Cell.ToString()) ? cell with { Confidence = confidence, Evidence = [sign] } : cell)],
        });
        await new DoubtRefresh(Database, TimeProvider.System).Run(TimeSpan.FromMinutes(1), default);
        return (await All()).Single(record => record.Current.Report.Year == year).Current.RecordId;
    }
}
