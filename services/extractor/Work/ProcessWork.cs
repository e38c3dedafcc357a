using System.Diagnostics;

namespace Pipeline.Extractor.Work;

internal static class ProcessWork
{
    /// <summary>Processor time that a process has taken; none when it has ended, which its answer tells.</summary>
    public static TimeSpan Of(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return TimeSpan.Zero;
        }
    }
}
