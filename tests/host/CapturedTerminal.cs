using System.Text;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Tests;

/// <summary>Runs the command in this process and keeps what it writes.</summary>
internal static class CapturedTerminal
{
    public static async Task<(int ExitCode, string Output, string Error)> Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var exitCode = await PipelineCommand.Run(args, new Terminal(output, error, outputIsTerminal: false, interactive: false));
        return (exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
