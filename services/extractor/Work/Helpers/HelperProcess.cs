using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Pipeline.Extractor.Work.Helpers;

/// <summary>A running helper. Killed when disposed; ends by itself when this process does.</summary>
internal sealed class HelperProcess : IDisposable
{
    /// <summary>How the runtime begins to tell of an exception that ended a program.</summary>
    private const string Unhandled = "Unhandled exception. ";

    private readonly HelperProgram _program;
    private readonly Process _process;

    private HelperProcess(HelperProgram program, Process process) => (_program, _process) = (program, process);

    /// <summary>What it said of its end; null while it said nothing.</summary>
    public string? LastWords { get; private set; }

    /// <summary>What it was asked so often.</summary>
    public int Asked { get; private set; }

    /// <summary>Whether it may be asked again.</summary>
    public bool IsFit
    {
        get
        {
            _process.Refresh();
            return !_process.HasExited && _process.WorkingSet64 < _program.LargestKept;
        }
    }

    /// <summary>The program that runs this very runtime.</summary>
    private static string DotnetHost => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    public static HelperProcess Start(HelperProgram program)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // A crash leaves no core file behind; killed, it would leave the sockets for debuggers in the temporary folder.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in program.Environment)
            start.Environment[name] = value;
        foreach (var argument in (string[])["-c", $"ulimit -c 0; exec {(program.Yields ? "nice -n 5 " : "")}\"$0\" \"$@\"", DotnetHost, "exec", program.Path, .. program.Arguments])
            start.ArgumentList.Add(argument);
        CountedWork.Started(program.Name);
        var started = new HelperProcess(program, Process.Start(start)!);
        // What it says must not fill the pipe.
        started._process.ErrorDataReceived += (_, line) => started.LastWords = line.Data?.StartsWith(Unhandled, StringComparison.Ordinal) == true ? line.Data[Unhandled.Length..] : started.LastWords;
        started._process.BeginErrorReadLine();
        return started;
    }

    /// <param name="write">Writes the request.</param>
    /// <param name="read">Reads the answer; null when the process ended without one.</param>
    /// <returns>Null when the process ended over the request.</returns>
    /// <exception cref="InvalidDataException">The answer is longer than it may be.</exception>
    /// <exception cref="TimeoutException">The request takes more work than it may; the process still runs.</exception>
    public async Task<TReply?> Ask<TReply>(Func<Stream, CancellationToken, Task> write, Func<Stream, CancellationToken, Task<TReply?>> read, WorkLimit limit, CancellationToken cancellation)
        where TReply : class
    {
        Asked++;
        var before = ProcessWork.Of(_process);
        return await limit.Await(Answer(write, read, cancellation), () => ProcessWork.Of(_process) - before, TimeProvider.System, cancellation);
    }

    /// <summary>Waits for what it says by itself.</summary>
    /// <returns>Null when it ended.</returns>
    public async Task<TReply?> Greeting<TReply>(Func<Stream, CancellationToken, Task<TReply?>> read, CancellationToken cancellation)
        where TReply : class
    {
        var greeting = await read(_process.StandardOutput.BaseStream, cancellation);
        if (greeting is null)
            await _process.WaitForExitAsync(cancellation);
        return greeting;
    }

    private async Task<TReply?> Answer<TReply>(Func<Stream, CancellationToken, Task> write, Func<Stream, CancellationToken, Task<TReply?>> read, CancellationToken cancellation)
        where TReply : class
    {
        try
        {
            await write(_process.StandardInput.BaseStream, cancellation);
            return await read(_process.StandardOutput.BaseStream, cancellation);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }
        _process.Dispose();
    }
}
