using MassTransit;
using Pipeline.Contracts.Ports;
using Pipeline.Database;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Snapshots;

namespace Pipeline.Host.Observability.Health;

/// <summary>Whether this process can do its work now: the database answers, the bus is connected, snapshots can be kept, the tools that its roles need are there.</summary>
internal sealed class Readiness(PipelineDatabase database, IBusControl bus, ISnapshotStore snapshots, DataFolder data, WorkerRole roles)
{
    // A watcher gives up sooner or later; a lock or a lost network must not keep it waiting.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    // Less room than the largest documents of all workers together take.
    private const long LeastFreeBytes = 512L << 20;

    public async Task<IReadOnlyList<HealthFinding>> Look(CancellationToken cancellation) =>
    [
        await Find("database", AskDatabase, cancellation),
        new HealthFinding("broker", BrokerProblem()),
        await Find("snapshots", AskSnapshots, cancellation),
        new HealthFinding("tools", RequiredTools.Problem(roles)),
    ];

    private static async Task<HealthFinding> Find(string name, Func<CancellationToken, Task<string?>> ask, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            return new HealthFinding(name, await ask(limit.Token).WaitAsync(Longest, cancellation));
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            return new HealthFinding(name, error is OperationCanceledException or TimeoutException ? $"no answer within {Longest.TotalSeconds:0} s" : error.Message);
        }
    }

    private async Task<string?> AskDatabase(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM schema_versions";
        await command.ExecuteScalarAsync(cancellation);
        return null;
    }

    private string? BrokerProblem()
    {
        var health = bus.CheckHealth();
        return health.Status == BusHealthStatus.Healthy ? null : health.Description;
    }

    private async Task<string?> AskSnapshots(CancellationToken cancellation)
    {
        if (snapshots is S3SnapshotStore bucket)
        {
            await bucket.Check(cancellation);
            return null;
        }

        if (FreeBytes() is var free and < LeastFreeBytes)
            return $"only {free >> 20} MiB are free on the disk of {data.Root}: free space, or move the folder (--data)";
        // A disk may be full, read-only or unmounted: only writing tells.
        var probe = Path.Combine(data.Snapshots, $".write-test-{Environment.ProcessId}");
        await File.WriteAllTextAsync(probe, "probe", cancellation);
        File.Delete(probe);
        return null;
    }

    private long FreeBytes() => new DriveInfo(data.Root).AvailableFreeSpace;
}
