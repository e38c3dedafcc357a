using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Pipeline.Extractor.Work;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>A running process that recognises one picture after another, its pixels bounded. Killed when disposed; ends by itself when this process does.</summary>
internal sealed class OcrProcess : IDisposable
{
    /// <summary>A process that grew beyond this gives it back by ending.</summary>
    private const long LargestKept = 560L << 20;

    /// <summary>How the runtime begins to tell of an exception that ended a program.</summary>
    private const string Unhandled = "Unhandled exception. ";

    private readonly Process _process;

    private OcrProcess(Process process) => _process = process;

    // What it said of its end; null while it said nothing.
    private string? LastWords { get; set; }

    /// <summary>Pictures that it was given.</summary>
    public int Asked { get; private set; }

    /// <summary>Whether it may be given another picture.</summary>
    public bool IsFit
    {
        get
        {
            _process.Refresh();
            return !_process.HasExited && _process.WorkingSet64 < LargestKept;
        }
    }

    /// <returns>A process whose models are loaded.</returns>
    /// <exception cref="UnreadableDocumentException">It ended before: the machine lacks something, and no document is at fault.</exception>
    public static async Task<OcrProcess> Start(OcrInstallation installation, OcrLimits limits, CancellationToken cancellation)
    {
        var started = Begin(installation, limits);
        try
        {
            if (await OcrReply.Read(started._process.StandardOutput.BaseStream, limits, cancellation) is not null)
                return started;
            await started._process.WaitForExitAsync(cancellation);
            throw MissingOcr.NotStarted(started.LastWords);
        }
        catch
        {
            started.Dispose();
            throw;
        }
    }

    private static OcrProcess Begin(OcrInstallation installation, OcrLimits limits)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["OPENCV_IO_MAX_IMAGE_PIXELS"] = limits.Pixels.ToString(CultureInfo.InvariantCulture);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        // As many processes run as there are processors: threads of their own would only get into each other's way. Recognition yields to all else.
        start.Environment["OPENCV_FOR_THREADS_NUM"] = "1";
        foreach (var argument in (string[])["-c", "ulimit -c 0; exec nice -n 5 \"$0\" \"$@\"", DotnetHost, "exec", installation.Program, installation.Models])
            start.ArgumentList.Add(argument);
        CountedWork.Started("ocr");
        var process = Process.Start(start)!;
        var begun = new OcrProcess(process);
        process.ErrorDataReceived += (_, line) => begun.LastWords = line.Data?.StartsWith(Unhandled, StringComparison.Ordinal) == true ? line.Data[Unhandled.Length..] : begun.LastWords;
        process.BeginErrorReadLine();
        return begun;
    }

    /// <returns>Null when the process ended over the picture.</returns>
    /// <exception cref="InvalidDataException">The answer is longer than the limits allow.</exception>
    /// <exception cref="TimeoutException">The picture takes more work than it may; the process still runs.</exception>
    public async Task<OcrReply?> Ask(OcrRequest request, CancellationToken cancellation)
    {
        Asked++;
        var before = ProcessWork.Of(_process);
        return await request.Limits.Work.Await(Answer(request, cancellation), () => ProcessWork.Of(_process) - before, TimeProvider.System, cancellation);
    }

    private async Task<OcrReply?> Answer(OcrRequest request, CancellationToken cancellation)
    {
        try
        {
            await request.Write(_process.StandardInput.BaseStream, cancellation);
            return await OcrReply.Read(_process.StandardOutput.BaseStream, request.Limits, cancellation);
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

    /// <summary>The program that runs this very runtime.</summary>
    private static string DotnetHost => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));
}
