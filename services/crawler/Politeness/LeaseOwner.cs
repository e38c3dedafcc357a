using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Crawler.Politeness;

/// <summary>Names this process among all that share a frontier: machine, process id and start time, since ids are used again.</summary>
internal static class LeaseOwner
{
    public static string Own { get; } = NameOf(Process.GetCurrentProcess());

    /// <summary>Whether the owner was a process of this machine that runs no more.</summary>
    public static bool IsDead(string owner)
    {
        var parts = owner.Split('/');
        if (parts.Length != 3 || parts[0] != Environment.MachineName || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return NameOf(process) != owner;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }

    private static string NameOf(Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond}");
}
