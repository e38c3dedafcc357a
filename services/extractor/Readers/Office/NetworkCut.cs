using System.ComponentModel;
using System.Diagnostics;

namespace Pipeline.Extractor.Readers.Office;

/// <summary>Starts a program in a network of its own that has no way out, where the system lets this user do so; containers often do not.</summary>
internal static class NetworkCut
{
    public static readonly string[] Command = ["unshare", "--net", "--map-current-user", "--"];

    public static bool IsPossible()
    {
        try
        {
            var start = new ProcessStartInfo(Command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in (string[])[.. Command[1..], "true"])
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
