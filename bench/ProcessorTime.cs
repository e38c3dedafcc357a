using System.Globalization;

namespace Pipeline.Bench;

/// <summary>Processor time of this process, of the children that it has and of those that it had: readers of PDFs run beside it.</summary>
internal static class ProcessorTime
{
    // Of the fields behind the name in /proc/PID/stat.
    private const int Parent = 1;
    private const int User = 11;
    private const int ChildrenSystem = 14;

    // USER_HZ, which is 100 on every Linux that .NET runs on.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    public static TimeSpan Now()
    {
        var self = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        return Environment.CpuUsage.TotalTime + (Tick * (Ended(self) + Running(self)));
    }

    private static long Ended(string self) => Fields(self) is { } fields ? Number(fields, ChildrenSystem - 1) + Number(fields, ChildrenSystem) : 0;

    private static long Running(string self) => Directory.EnumerateDirectories("/proc")
        .Select(folder => Path.GetFileName(folder)).Where(name => char.IsAsciiDigit(name[0]))
        .Select(Fields).Where(fields => fields is not null && fields[Parent] == self)
        .Sum(fields => Enumerable.Range(User, 4).Sum(field => Number(fields!, field)));

    /// <returns>Null when the process is gone.</returns>
    private static string[]? Fields(string process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string[] fields, int index) => long.Parse(fields[index], CultureInfo.InvariantCulture);
}
