using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Extractor.Readers;

/// <summary>A temporary folder whose name tells the process that it belongs to, so that a later one can remove what a killed one left.</summary>
internal sealed class OwnedFolder : IDisposable
{
    private OwnedFolder(string path) => Path = path;

    public string Path { get; }

    /// <param name="kind">Prefix of the names, such as <c>pipeline-office</c>.</param>
    public static OwnedFolder Create(string kind) => new(Directory.CreateTempSubdirectory(Prefix(kind, Environment.ProcessId)).FullName);

    /// <summary>Removes the folders of processes that are gone.</summary>
    public static void Sweep(string kind, string? root = null)
    {
        foreach (var folder in Directory.EnumerateDirectories(root ?? System.IO.Path.GetTempPath(), kind + "-*"))
        {
            if (!IsOwned(folder, kind))
                Delete(folder);
        }
    }

    public void Dispose() => Delete(Path);

    private static string Prefix(string kind, int process) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{process}-");

    /// <summary>Numbers of processes come again: one that began after the folder was made is another.</summary>
    private static bool IsOwned(string folder, string kind)
    {
        var number = System.IO.Path.GetFileName(folder)[(kind.Length + 1)..].Split('-')[0];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return true;
        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime() <= Directory.GetCreationTimeUtc(folder).AddSeconds(1);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process removes it, or it belongs to another user.
        }
    }
}
