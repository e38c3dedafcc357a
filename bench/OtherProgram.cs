using System.Diagnostics;

namespace Pipeline.Bench;

/// <summary>
/// A Python program that reads the same documents in a process that stays: its start costs nothing here, its processor time counts as a child's. Debian's Python has its packages.
/// </summary>
/// <param name="way">One that <c>bench/other.py</c> knows.</param>
/// <param name="extension">Of the file that it is given.</param>
internal sealed class OtherProgram(string way, string extension) : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"bench-{Environment.ProcessId}.{extension}");
    private Process? _process;

    /// <summary>Has one document read.</summary>
    /// <exception cref="InvalidOperationException">The program ended: its packages may be missing.</exception>
    public async Task Read(byte[] bytes)
    {
        _process ??= Start();
        await File.WriteAllBytesAsync(_file, bytes);
        await _process.StandardInput.WriteLineAsync(_file);
        if (await _process.StandardOutput.ReadLineAsync() is null)
            throw new InvalidOperationException($"bench/other.py {way} ended; bench/all installs the Debian packages that it needs.");
    }

    public void Dispose()
    {
        _process?.StandardInput.Close();
        _process?.WaitForExit();
        _process?.Dispose();
        File.Delete(_file);
    }

    private Process Start() => Process.Start(new ProcessStartInfo("/usr/bin/python3", [Environment.GetEnvironmentVariable("BENCH_OTHER") ?? throw new InvalidOperationException("BENCH_OTHER is not set: use bench/all."), way])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
