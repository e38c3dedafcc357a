using Pipeline.Contracts;
using Pipeline.Contracts.Ports;

namespace Pipeline.Host.Checking;

/// <summary>Looks whether the bytes of a snapshot are still what they were.</summary>
internal static class SnapshotProblem
{
    /// <returns>What is wrong with it, as a sentence; null when it is whole.</returns>
    public static async Task<string?> Of(ISnapshotStore snapshots, SnapshotHash snapshot, CancellationToken cancellation)
    {
        try
        {
            return await snapshots.Read(snapshot, cancellation) is null ? $"Its snapshot {snapshot} is gone." : null;
        }
        catch (InvalidDataException error)
        {
            return error.Message;
        }
    }
}
