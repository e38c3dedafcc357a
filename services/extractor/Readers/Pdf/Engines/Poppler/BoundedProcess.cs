using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>Runs a tool under limits of time, memory and output, without a shell seeing any argument.</summary>
internal static class BoundedProcess
{
    /// <summary>Longest error text that is kept, in characters: a broken file makes poppler complain once per object.</summary>
    private const int ErrorLength = 8192;

    private const int OutputLength = 1 << 20;

    /// <summary>SIGXCPU.</summary>
    private const int OutOfTime = 128 + 24;

    /// <returns>Exit code, standard output up to a million characters, and the first complaints.</returns>
    /// <exception cref="OperationCanceledException">Cancelled, or the process had no time of the processor left; it is gone by then.</exception>
    public static async Task<(int ExitCode, string Output, string Errors)> Run(
        string tool, IReadOnlyList<string> arguments, PdfLimits limits, CancellationToken cancellation)
    {
        using var process = Start(tool, arguments, limits);
        try
        {
            var output = ReadStart(process.StandardOutput, OutputLength, cancellation);
            var errors = ReadStart(process.StandardError, ErrorLength, cancellation);
            await Task.WhenAll(output, errors);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == OutOfTime ? throw new OperationCanceledException($"{tool} worked longer than it may.") : (process.ExitCode, await output, await errors);
        }
        finally
        {
            Kill(process);
        }
    }

    private static Process Start(string tool, IReadOnlyList<string> arguments, PdfLimits limits)
    {
        // The limits are set by the shell and inherited through exec, so that the tool itself is what gets killed.
        var script = string.Create(CultureInfo.InvariantCulture,
            $"ulimit -c 0; ulimit -S -t {Math.Ceiling(limits.Time.TotalSeconds):0}; ulimit -v {limits.ProcessMemoryBytes / 1024}; ulimit -f {limits.OutputBytes / 512}; exec \"$0\" \"$@\"");
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var argument in (string[])["-c", script, tool, .. arguments])
            start.ArgumentList.Add(argument);
        CountedWork.Started(tool);
        return Process.Start(start)!;
    }

    private static async Task<string> ReadStart(StreamReader reader, int length, CancellationToken cancellation)
    {
        var kept = new StringBuilder();
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer, cancellation) is var read and > 0)
            kept.Append(buffer, 0, Math.Min(read, length - kept.Length));
        return kept.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the signal.
        }
    }
}
