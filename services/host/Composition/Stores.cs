using Pipeline.Host.CommandLine;
using Pipeline.Host.Settings;
using Pipeline.Store;
using Pipeline.Store.Snapshots;

namespace Pipeline.Host.Composition;

/// <summary>The store's options, from the settings.</summary>
internal static class Stores
{
    public static StoreOptions OptionsOf(PipelineSettings settings, DataFolder data) => new() { SnapshotFolder = data.Snapshots, S3 = settings.Snapshots.S3(), Sweep = settings.Sweep, Alarms = settings.Notifications.ToOptions() };

    /// <summary>Looks at the bucket once before anything depends on it.</summary>
    /// <exception cref="CommandFailedException">It cannot be used, with the reason.</exception>
    public static async Task Check(PipelineSettings settings, CancellationToken cancellation)
    {
        if (settings.Snapshots.S3() is not { } options)
            return;
        using var store = new S3SnapshotStore(options);
        try
        {
            await store.Check(cancellation);
        }
        catch (IOException error)
        {
            throw new CommandFailedException(error.Message);
        }
    }
}
