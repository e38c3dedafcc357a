using System.IO.Compression;
using Pipeline.Contracts;
using Pipeline.Contracts.Ports;

namespace Pipeline.Store.Snapshots;

/// <summary>
/// Snapshots as files of one folder: <c>ab/cd/abcd….br</c>, spread by the first digits of the hash. A file appears under its name only when all
/// of it is on the disk, so that a killed process leaves no half snapshot.
/// </summary>
public sealed class FolderSnapshotStore(string folder) : ISnapshotStore
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
            await WriteDurably(temporary, Compressed(body.Span), cancellation);
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
        byte[] body;
        try
        {
            body = Expanded(await File.ReadAllBytesAsync(PathOf(snapshot), cancellation));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (InvalidDataException e)
        {
            throw Damaged(snapshot, e);
        }

        return SnapshotHash.Of(body) == snapshot ? body : throw Damaged(snapshot, null);
    }

    private static async Task WriteDurably(string path, byte[] bytes, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.WriteAsync(bytes, cancellation);
        file.Flush(flushToDisk: true);
    }

    private static byte[] Compressed(ReadOnlySpan<byte> body)
    {
        // Fast enough for the crawl loop; pages shrink to a fifth, PDFs stay as they are.
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, buffer, out var written, quality: 4, window: 22)
            ? buffer[..written]
            : throw new InvalidOperationException("Brotli needs more room than it said.");
    }

    private static byte[] Expanded(byte[] file)
    {
        using var source = new MemoryStream(file);
        using var brotli = new BrotliStream(source, CompressionMode.Decompress);
        using var body = new MemoryStream();
        brotli.CopyTo(body);
        return body.ToArray();
    }

    // Moved aside, so that the next fetch of the same content stores it anew.
    private InvalidDataException Damaged(SnapshotHash snapshot, Exception? inner)
    {
        var path = PathOf(snapshot);
        try
        {
            File.Move(path, path + ".damaged", overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new($"The snapshot file {path} no longer matches its hash: the disk damaged it. Delete it before you fetch its address again.", inner);
        }

        return new($"The snapshot file {path} no longer matched its hash: the disk damaged it. It was renamed to end in .damaged.", inner);
    }

    private string PathOf(SnapshotHash snapshot)
    {
        var name = snapshot.ToString();
        return Path.Combine(folder, name[..2], name[2..4], name + ".br");
    }

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
