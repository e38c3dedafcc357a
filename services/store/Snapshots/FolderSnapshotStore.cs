using Pipeline.Contracts;
using Pipeline.Contracts.Ports;

namespace Pipeline.Store.Snapshots;

/// <summary>
/// Snapshots as files of one folder: <c>ab/cd/abcd….br</c>, spread by the first digits of the hash. A file appears under its name only when all
/// of it is on the disk, so that a killed process leaves no half snapshot.
/// </summary>
internal sealed class FolderSnapshotStore(string folder) : ISnapshotStore
{
    public async Task<SnapshotHash> Write(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var snapshot = SnapshotHash.Of(body.Span);
        var target = PathOf(snapshot);
        if (File.Exists(target))
            return snapshot;
        var temporary = Path.Combine(folder, "tmp", $"{snapshot}.{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Directory.CreateDirectory(Path.GetDirectoryName(temporary)!);
            await WriteDurably(temporary, PackedBody.Pack(body.Span), cancellation);
            File.Move(temporary, target, overwrite: true);
            return snapshot;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The snapshot folder {folder} cannot be written ({e.Message.TrimEnd('.')}). Free space, or correct its permissions, or choose another folder with --data.", e);
        }
        finally
        {
            DeleteQuietly(temporary);
        }
    }

    public async Task<byte[]?> Read(SnapshotHash snapshot, CancellationToken cancellation)
    {
        try
        {
            return PackedBody.Unpack(await File.ReadAllBytesAsync(PathOf(snapshot), cancellation), snapshot) ?? throw Damaged(snapshot);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task WriteDurably(string path, byte[] bytes, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.WriteAsync(bytes, cancellation);
        file.Flush(flushToDisk: true);
    }

    // Moved aside, so that the next fetch of the same content stores it anew.
    private InvalidDataException Damaged(SnapshotHash snapshot)
    {
        var path = PathOf(snapshot);
        try
        {
            File.Move(path, path + ".damaged", overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new($"The snapshot file {path} no longer matches its hash: the disk damaged it. Delete it before you fetch its address again.");
        }

        return new($"The snapshot file {path} no longer matched its hash: the disk damaged it. It was renamed to end in .damaged.");
    }

    private string PathOf(SnapshotHash snapshot) => Path.Combine(folder, PackedBody.Place(snapshot));

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A left-over temporary file costs space only; the failure that left it is being reported.
        }
    }
}
