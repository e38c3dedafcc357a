using System.Diagnostics;
using System.Globalization;

namespace Pipeline.EndToEnd.Tests;

/// <summary>The built <c>pipeline</c> command as a process of its own.</summary>
internal sealed class PipelineProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "pipeline.dll");

    // Many times longer than any command of the tests takes.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private PipelineProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public bool HasEnded => _process.HasExited;

    public static PipelineProcess Start(params IEnumerable<string> args) => new(Process.Start(new ProcessStartInfo("dotnet", [Program, .. args])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        // Pages that always fail are part of every site here; how long each is waited for is the subject of no test that starts a process.
        Environment = { ["PIPELINE_CRAWL__RETRIES__FIRSTPAUSE"] = "00:00:00.5" },
    })!);

    public static async Task<(int ExitCode, string Output, string Error)> Run(params IEnumerable<string> args)
    {
        string[] given = [.. args];
        using var process = Start(given);
        try
        {
            return await process.End();
        }
        catch (TimeoutException)
        {
            await process.Kill();
            var (_, _, error) = await process.End();
            throw new TimeoutException($"'pipeline {string.Join(' ', given)}' had not ended after {Longest}; it said: {error}");
        }
    }

    /// <summary>SIGTERM, as a person or the system stops it.</summary>
    public async Task Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <exception cref="TimeoutException">It has not ended, or a process that it started still holds what it writes to.</exception>
    public async Task<(int ExitCode, string Output, string Error)> End()
    {
        await Task.WhenAll(_process.WaitForExitAsync(), _output, _error).WaitAsync(Longest);
        return (_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
