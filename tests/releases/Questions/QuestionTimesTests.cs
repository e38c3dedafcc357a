using System.Diagnostics;
using System.Globalization;
using Pipeline.Releases.Questions;

namespace Pipeline.Releases.Tests.Questions;

/// <summary>The questions that people ask of each view, and how soon they are answered: <c>scripts/question-times</c> asks them of a release of many records.</summary>
public sealed class QuestionTimesTests(ITestOutputHelper output) : ReleaseTest
{
    private static readonly string? Large = Environment.GetEnvironmentVariable("PIPELINE_RELEASE");

    private static readonly int Turns = Large is null ? 1 : 40;

    private static readonly (string Name, string Sql)[] Questions =
    [
        ("panel, one cell by year", $"SELECT year, SUM(\"{Applications}\") FROM panel GROUP BY year"),
        ("panel, one body", "SELECT * FROM panel WHERE authority = (SELECT MIN(name) FROM bodies)"),
        ("totals of the provinces", $"SELECT province, year, SUM(\"{Applications}\"), SUM(bodies_reported), SUM(bodies_expected) FROM totals GROUP BY ALL ORDER BY ALL"),
        ("totals, whole", "SELECT * FROM totals"),
        ("rates, who refuses most", "SELECT SUBSTR(region_code, 1, 2) AS province, year, SUM(part) / SUM(whole) AS refused FROM rates WHERE rate = 'refusal' GROUP BY 1, 2 ORDER BY 3 DESC"),
        ("rates, the highest shares", "SELECT authority, year, share FROM rates WHERE rate = 'grant' ORDER BY share DESC NULLS LAST LIMIT 20"),
        ("year on year, one cell", $"SELECT authority, year, change FROM year_on_year WHERE cell = '{Applications}' ORDER BY ABS(change) DESC, 1 LIMIT 20"),
        ("year on year, one body", "SELECT cell, year, before, now FROM year_on_year WHERE authority = (SELECT MIN(name) FROM bodies)"),
        ("year on year, by cell", "SELECT cell, COUNT(*), SUM(change) FROM year_on_year GROUP BY cell ORDER BY 2 DESC"),
        ("records by status", "SELECT status, COUNT(*) FROM records GROUP BY 1"),
        ("who stopped reporting", "SELECT name, last_year FROM bodies WHERE last_year <= (SELECT MAX(year) FROM records) ORDER BY 2, 1"),
    ];

    [Fact]
    public async Task Every_view_answers()
    {
        await Report("清河县民政局", 2021, (Applications, 10));
        await Report("清河县民政局", 2022, (Applications, 15));
        using var session = QuestionSession.Open(Large ?? (await Release("release")).Folder, QuestionBounds.Standard);

        foreach (var (name, sql) in Questions)
        {
            var rows = 0;
            var times = Enumerable.Range(0, Turns + 2).Select(_ => Time(session, sql, out rows)).Skip(2).Order().ToList();
            // Nothing has told bodies in the small one.
            Assert.True(rows > 0 || sql.Contains("FROM bodies", StringComparison.Ordinal));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {times[(int)(times.Count * 0.95)]:0} ms at the 95th percentile, {times[times.Count / 2]:0} ms at the median, {rows} rows"));
        }
    }

    private static double Time(QuestionSession session, string sql, out int rows)
    {
        var (begun, count) = (Stopwatch.GetTimestamp(), 0);
        session.Ask(sql, answer =>
        {
            while (answer.Read())
                count++;
        }, default);
        rows = count;
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }
}
