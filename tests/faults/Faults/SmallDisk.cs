using System.Diagnostics;

namespace Pipeline.Faults.Tests.Faults;

/// <summary>A disk of 64 MiB in memory for the snapshots, which can be filled and freed. Only root may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Ballast => Path.Combine(_folder, "ballast");

    /// <returns>Null where it cannot be mounted.</returns>
    public static SmallDisk? Mount(string folder)
    {
        Directory.CreateDirectory(folder);
        return Run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder) ? new SmallDisk(folder) : null;
    }

    /// <summary>Full for that time.</summary>
    public async Task Fill(TimeSpan time)
    {
        try
        {
            await using var file = File.Create(Ballast, bufferSize: 0);
            var zeros = new byte[4096];
            while (true)
                file.Write(zeros);
        }
        catch (IOException)
        {
            await Task.Delay(time);
        }
        finally
        {
            File.Delete(Ballast);
        }
    }

    public void Dispose() => Run("umount", "-l", _folder);

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
