using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Pipeline.Extractor.Work;

namespace Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

/// <summary>A running process that reads one document after another with PdfPig, its memory bounded. Killed when disposed; ends by itself when this process does.</summary>
internal sealed class PdfPigProcess : IDisposable
{
    /// <summary>A process that took more than this for a document gives it back by ending.</summary>
    private const long LargestKept = 256L << 20;

    private readonly Process _process;

    private PdfPigProcess(Process process) => _process = process;

    /// <summary>Documents that it was given.</summary>
    public int Asked { get; private set; }

    /// <summary>Whether it may be given another document.</summary>
    public bool IsFit
    {
        get
        {
            _process.Refresh();
            return !_process.HasExited && _process.WorkingSet64 < LargestKept;
        }
    }

    public static PdfPigProcess Start(string program, PdfLimits limits)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // The collector's own limit, because the runtime reserves far more addresses than it uses. A crash leaves no core file behind.
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.ProcessMemoryBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        // Killed, it would leave the sockets for debuggers in the temporary folder.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var argument in (string[])["-c", "ulimit -c 0; exec \"$0\" \"$@\"", DotnetHost, "exec", program])
            start.ArgumentList.Add(argument);
        CountedWork.Started("pdfpig");
        var process = Process.Start(start)!;
        // What it says when it crashes is of no use to a reader of the record, but must not fill the pipe.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new PdfPigProcess(process);
    }

    /// <returns>Null when the process ended over the document.</returns>
    /// <exception cref="InvalidDataException">The answer is longer than the limits allow.</exception>
    /// <exception cref="TimeoutException">The document takes more work than it may; the process still runs.</exception>
    public async Task<PdfPigReply?> Ask(PdfPigRequest request, CancellationToken cancellation)
    {
        Asked++;
        var before = ProcessWork.Of(_process);
        return await request.Limits.Work.Await(Answer(request, cancellation), () => ProcessWork.Of(_process) - before, TimeProvider.System, cancellation);
    }

    private async Task<PdfPigReply?> Answer(PdfPigRequest request, CancellationToken cancellation)
    {
        try
        {
            await request.Write(_process.StandardInput.BaseStream, cancellation);
            return await PdfPigReply.Read(_process.StandardOutput.BaseStream, request.Limits, cancellation);
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
