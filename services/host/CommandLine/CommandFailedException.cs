namespace Pipeline.Host.CommandLine;

/// <summary>Ends a command with one line for the person who typed it: what is wrong and what to do.</summary>
internal sealed class CommandFailedException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
