namespace Pipeline.Host.CommandLine;

internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something failed and was reported on standard error.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a settings file or a sources file is wrong: nothing was started.</summary>
    public const int WrongUse = 2;
}
