using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Pipeline.Database;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Records;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Browser.Tests.Speed;

/// <summary>
/// How soon a real browser paints each kind of page over a full database, and how soon the API answers. <c>scripts/page-speed</c> runs it with more records;
/// with the few records of a test run it tells only that every page comes and paints.
/// </summary>
[Trait("Category", "Soak")]
[Collection<OneSample>]
public sealed class PageSpeedTests(SamplePages sample, ITestOutputHelper output)
{
    private const int Originals = 10_000;
    private static readonly int Records = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_PAGE_RECORDS") ?? "100", CultureInfo.InvariantCulture);

    private static readonly int Turns = Records < Originals ? 1 : 15;

    // Visits that compile and fill caches, and are not counted.
    private static readonly int Rehearsals = Records < Originals ? 0 : 2;

    // A folder that is kept spares the filling next time.
    private static readonly string? Kept = Environment.GetEnvironmentVariable("PIPELINE_PAGE_FOLDER");

    [Fact]
    public async Task Every_page_paints_on_SQLite()
    {
        var folder = Kept is null ? Directory.CreateTempSubdirectory("pipeline-speed-") : Directory.CreateDirectory(Kept);
        await Measure(new PipelineSettings(), folder.FullName);
        if (Kept is null)
            folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_page_paints_on_PostgreSQL()
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-speed-");
        var schema = $"speed_{Guid.NewGuid():N}";
        await Execute($"CREATE SCHEMA {schema}");
        var settings = new PipelineSettings();
        (settings.Database.Kind, settings.Database.ConnectionString) = (DatabaseKind.Postgres, $"{PostgresServer.ConnectionString};Search Path={schema};Maximum Pool Size=10");
        await Measure(settings, folder.FullName);
        await Execute($"DROP SCHEMA {schema} CASCADE");
        folder.Delete(recursive: true);
    }

    private async Task Measure(PipelineSettings settings, string folder)
    {
        settings.Web.Listen = "127.0.0.1:0";
        await using var host = await PipelineHost.Start(settings, DataFolder.Create(folder), WorkerRole.Web, CancellationToken.None);
        await Fill(host);
        var some = await host.Get<RecordQuery>().Summaries(new RecordFilter(), Turns, default);
        var review = await host.Get<RecordQuery>().Summaries(new RecordFilter { Status = Contracts.Reports.ReviewStatus.Review }, Turns, default);
        var region = some[0].RegionCode!;
        var address = host.Addresses[0];
        (string Name, Func<int, string> Address)[] pages =
        [
            ("operations", _ => "/operations"),
            ("failures", _ => "/operations/failures"),
            ("failures of a reason", _ => "/operations/failures?reason=blocked"),
            ("review queue", _ => "/review"),
            ("a record beside its source", turn => $"/review/{review[turn % review.Count].RecordId}"),
            ("explore", _ => "/explore"),
            ("explore, year and region", turn => $"/explore?year={2020 + turn % 5}&region={region[..2]}"),
            ("explore, body", turn => $"/explore?authority={turn}局"),
            ("explore, status", _ => "/explore?status=review&form=2021"),
            ("a record with its history", turn => $"/explore/{some[turn % some.Count].RecordId}"),
            ("figures of the country", _ => "/explore/figures"),
            ("figures of a province", _ => $"/explore/figures?region={region[..2]}"),
            ("coverage of the country", _ => "/explore/coverage"),
            ("coverage of a province", _ => $"/explore/coverage?region={region[..2]}0000"),
            ("coverage of a prefecture", _ => $"/explore/coverage?region={region[..4]}00"),
        ];
        foreach (var (name, path) in pages)
            Say(host, (await Paint(name, turn => address + path(turn))).ToString());
        (string Name, Func<int, string> Address)[] calls =
        [
            ("GET /records", _ => "/api/v1/records"),
            ("GET /records?year&region", _ => $"/api/v1/records?year=2022&region={region[..2]}"),
            ("GET /records/{id}", turn => $"/api/v1/records/{some[turn % some.Count].RecordId}"),
            ("GET /documents", _ => "/api/v1/documents"),
            ("GET /failures", _ => "/api/v1/failures"),
            ("GET /runs", _ => "/api/v1/runs"),
            ("GET /status", _ => "/api/v1/status"),
        ];
        foreach (var (name, path) in calls)
            Say(host, (await Ask(name, turn => address + path(turn))).ToString());
    }

    private async Task Fill(RunningHost host)
    {
        var query = host.Get<RecordQuery>();
        if (await query.Count(new RecordFilter(), default) is var stored and > 0)
        {
            Say(host, $"{stored} records are there");
            return;
        }

        var watch = Stopwatch.StartNew();
        await (await Country.Of(host)).Fill(Math.Min(Records, Originals));
        var written = await query.Count(new RecordFilter(), default);
        await new Copies(host.Get<PipelineDatabase>()).Add((int)Math.Ceiling((double)Records / written) - 1);
        var filled = await query.Count(new RecordFilter(), default);
        Say(host, string.Create(CultureInfo.InvariantCulture, $"{filled} records in {watch.Elapsed.TotalSeconds:0} s"));
    }

    private async Task<Visits> Paint(string name, Func<int, string> address)
    {
        var page = await sample.Open("about:blank");
        var (painted, answered) = (new List<double>(), new List<double>());
        var bytes = 0L;
        for (var turn = -Rehearsals; turn < Turns; turn++)
        {
            var answer = await page.GotoAsync(address(Math.Max(turn, 0)));
            Assert.Equal(200, answer!.Status);
            var paint = await page.EvaluateAsync<double>(
                """
                new Promise(done => new PerformanceObserver((list, seen) => {
                    const first = list.getEntriesByName('first-contentful-paint')[0];
                    if (first) { seen.disconnect(); done(first.startTime); }
                }).observe({ type: 'paint', buffered: true }))
                """);
            var server = await page.EvaluateAsync<double>("(t => t.responseEnd - t.requestStart)(performance.getEntriesByType('navigation')[0])");
            bytes = Math.Max(bytes, await page.EvaluateAsync<long>("performance.getEntriesByType('navigation')[0].decodedBodySize"));
            if (turn < 0)
                continue;
            painted.Add(paint);
            answered.Add(server);
        }

        await page.Context.CloseAsync();
        return new Visits(name, painted, answered, bytes);
    }

    private static async Task<Visits> Ask(string name, Func<int, string> address)
    {
        using var client = new HttpClient();
        var answered = new List<double>();
        var bytes = 0L;
        for (var turn = -Rehearsals; turn < Turns; turn++)
        {
            var begun = Stopwatch.GetTimestamp();
            bytes = (await client.GetByteArrayAsync(address(Math.Max(turn, 0)))).LongLength;
            if (turn >= 0)
                answered.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return new Visits(name, [], answered, bytes);
    }

    private void Say(RunningHost host, string line) => output.WriteLine($"{host.Get<PipelineDatabase>().Engine}: {line}");

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
