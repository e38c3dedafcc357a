using System.Text;

namespace Pipeline.Releases.Publishing;

/// <summary>
/// A folder in which something is made beside its place, and which takes that place when it is whole. What a killed process leaves is swept by the next one: a lock that
/// ends with its process tells what is still being made.
/// </summary>
internal sealed class UnfinishedFolder : IDisposable
{
    /// <summary>Beginning of the names of such folders.</summary>
    public const string Prefix = ".release-";

    private const string Lock = ".lock";

    private const string Replaced = ".old";

    private readonly FileStream _lock;

    private UnfinishedFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    /// <param name="parent">Folder of the place: only there a rename is one step. Made where it is missing.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static UnfinishedFolder Begin(string parent)
    {
        Directory.CreateDirectory(parent);
        var path = System.IO.Path.Combine(parent, $"{Prefix}{Guid.NewGuid():N}");
        var held = new FileStream(path + Lock, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        Directory.CreateDirectory(path);
        return new UnfinishedFolder(path, held);
    }

    /// <summary>Deletes what killed processes left in a folder, and puts back what one of them had moved aside to replace it.</summary>
    /// <exception cref="IOException">It cannot be deleted.</exception>
    public static void Sweep(string parent)
    {
        if (!Directory.Exists(parent))
            return;
        foreach (var name in Directory.EnumerateFileSystemEntries(parent, Prefix + "*").Select(System.IO.Path.GetFileName).Select(name => name!.Split('.')[1]).Distinct().ToList())
        {
            var path = System.IO.Path.Combine(parent, "." + name);
            using var free = Taken(path + Lock);
            if (free is null)
                continue;
            using var target = new StreamReader(free, Encoding.UTF8);
            PutBack(path + Replaced, target.ReadToEnd());
            foreach (var left in new[] { path, path + Replaced }.Where(Directory.Exists))
                Directory.Delete(left, recursive: true);
        }
    }

    /// <summary>Takes its place, instead of what stands there.</summary>
    public void MoveTo(string target)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(Path, target);
            return;
        }

        // Who is killed between the two steps has said whose place it is.
        _lock.Write(Encoding.UTF8.GetBytes(target));
        _lock.Flush(flushToDisk: true);
        Directory.Move(target, Path + Replaced);
        try
        {
            Directory.Move(Path, target);
        }
        catch
        {
            Directory.Move(Path + Replaced, target);
            throw;
        }

        Directory.Delete(Path + Replaced, recursive: true);
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
        _lock.Dispose();
    }

    private static void PutBack(string replaced, string target)
    {
        if (Directory.Exists(replaced) && target.Length > 0 && !Directory.Exists(target))
            Directory.Move(replaced, target);
    }

    /// <returns>Null where somebody is at work.</returns>
    private static FileStream? Taken(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
