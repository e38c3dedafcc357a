using Pipeline.Releases.Publishing;
using Pipeline.Releases.Questions;
using Pipeline.Store.Status;

namespace Pipeline.Releases.Tests.Questions;

public sealed class QuestionTests : ReleaseTest
{
    [Theory]
    [InlineData("DROP VIEW records")]
    [InlineData("CREATE TABLE t AS SELECT 1")]
    [InlineData("ATTACH 'other.db'")]
    [InlineData("COPY records TO 'records.csv'")]
    [InlineData("SET memory_limit = '100GB'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("SELECT 1; DROP VIEW records")]
    [InlineData("SELECT 1) AS a; DROP VIEW records; SELECT * FROM (SELECT 1")]
    [InlineData("SELECT * FROM read_text('/etc/passwd')")]
    [InlineData("SELECT * FROM '/etc/passwd'")]
    [InlineData("SELECT * FROM glob('/*')")]
    [InlineData("SELEKT 1")]
    [InlineData("")]
    public async Task What_writes_loads_or_reads_other_files_is_refused_in_one_line(string sql)
    {
        await Report("清河县民政局", 2022);
        var folder = (await Release("release")).Folder;

        var refusal = Assert.Throws<QuestionException>(() => Ask(folder, sql));

        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(["1"], Ask(folder, "SELECT COUNT(*) FROM records"));
    }

    [Fact]
    public async Task A_query_without_an_end_is_stopped()
    {
        await Report("清河县民政局", 2022);
        using var session = QuestionSession.Open((await Release("release")).Folder, QuestionBounds.Standard with { Time = TimeSpan.FromSeconds(1) });

        var stopped = Assert.Throws<QuestionException>(() => session.Ask("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT COUNT(*) FROM t", answer => answer.Read(), default));

        Assert.StartsWith("Stopped after 1 seconds", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Views_answer_what_people_ask_first()
    {
        await Report("清河县民政局", 2021, (Applications, 10), ("applications.handled_total.total", 10), ("applications.denied.law_forbids.total", 4));
        await Report("清河县民政局", 2022, (Applications, 15));
        await Report("清河县财政局", 2021, (Applications, 1));
        var folder = (await Release("release")).Folder;

        Assert.Equal(["2021|2|2|11", "2022|2|1|15"], Ask(folder, $"SELECT year, bodies_expected, bodies_reported, \"{Applications}\" FROM totals WHERE province = '13' ORDER BY year"));
        Assert.Equal(["10|15|5|0.5"], Ask(folder, $"SELECT before, now, change, share FROM year_on_year WHERE cell = '{Applications}'"));
        Assert.Equal(["3"], Ask(folder, "SELECT COUNT(*) FROM panel"));
        Assert.Equal(["3"], Ask(folder, "SELECT COUNT(*) FROM rates WHERE rate = 'refusal' AND share >= 0"));
    }

    [Fact]
    public async Task The_live_database_is_asked_through_tables_that_follow_it()
    {
        await Report("清河县民政局", 2022);
        var live = new LiveTables(Export, new LastChangeQuery(Database), Tables);
        var first = await live.Make(Folder("questions"), withCells: false, default);

        Assert.Equal(first, await live.Make(Folder("questions"), withCells: false, default));
        await Report("清河县财政局", 2022);
        var second = await live.Make(Folder("questions"), withCells: true, default);

        Assert.Equal(["2"], Ask(second, "SELECT COUNT(DISTINCT record_id) FROM cells"));
        Assert.Single(Directory.GetDirectories(Folder("questions")));
    }

    [Fact]
    public async Task A_damaged_release_says_so()
    {
        await Report("清河县民政局", 2022);
        var folder = (await Release("release")).Folder;
        await File.WriteAllTextAsync(Path.Combine(folder, "records.parquet"), "no parquet");

        Assert.Contains("SHA256SUMS", Assert.Throws<QuestionException>(() => Ask(folder, "SELECT 1")).Message, StringComparison.Ordinal);
        Assert.Contains("There is no release", Assert.Throws<QuestionException>(() => Ask(Folder("nowhere"), "SELECT 1")).Message, StringComparison.Ordinal);
    }
}
