using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Database;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Export;
using Pipeline.Store.Failures;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using Pipeline.Store.Status;

namespace Pipeline.Benchmarks;

/// <summary>How long what the pages ask for takes, and how much memory an export holds.</summary>
internal static class QueryTimes
{
    private const int Asked = 60;

    private const int PageLength = 50;

    private const int Nights = 14;

    /// <returns>One line for a person.</returns>
    public static async Task<string> Measure(PipelineDatabase database, long records)
    {
        var query = new RecordQuery(database);
        var random = new Random(1);
        var list = await Slowest(() => new ReviewQueue(database, TimeProvider.System).Page(new QueueFilter(), null, PageLength, default));
        var record = await Slowest(() => query.Find(new RecordFilter { Id = random.NextInt64(1, records + 1) }, 1, default));
        var status = await Slowest(() => new StatusQuery(database).Read(10, default));
        var dashboard = await Slowest(() => Overview(database).Read(Nights, default));
        var monitoring = await Slowest(() => new MonitoringQuery(database, TimeProvider.System).Read(default));
        var held = await ExportMemory(database);
        return string.Create(CultureInfo.InvariantCulture, $"{database.Engine}: 95 % within: review list {list:0.0} ms, record with its cells {record:0.0} ms, status {status:0.0} ms, dashboard {dashboard:0.0} ms, metrics {monitoring:0.0} ms; export held {held:0.0} MiB at most");
    }

    /// <summary>Milliseconds that 95 % of the answers took at most; the first ones, which compile and fill caches, left out.</summary>
    private static async Task<double> Slowest<T>(Func<Task<T>> ask)
    {
        var times = new List<double>();
        for (var turn = -10; turn < Asked; turn++)
        {
            var watch = Stopwatch.GetTimestamp();
            await ask();
            if (turn >= 0)
                times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        times.Sort();
        return times[(int)(Asked * 0.95)];
    }

    private static OverviewQuery Overview(PipelineDatabase database) => new(new StatusQuery(database), new OperationsQuery(database, TimeProvider.System), new FailureQuery(database));

    private static async Task<double> ExportMemory(PipelineDatabase database)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var counted = new MemoryProbe();
        await new RecordExport(database, Divisions.Names, NullLogger<RecordExport>.Instance).Write(counted, ExportFormat.Jsonl, ExportShape.Records, new RecordFilter(), default);
        return Math.Max(0, counted.Most - before) / 1048576.0;
    }
}
