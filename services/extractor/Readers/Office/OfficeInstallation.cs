using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Readers.Office;

/// <summary>The LibreOffice of this machine.</summary>
/// <param name="Program">Path of <c>soffice</c>.</param>
/// <param name="Version">Such as <c>7.4.7.2</c>.</param>
public sealed partial record OfficeInstallation(string Program, string Version)
{
    /// <returns>Null where there is none in the path.</returns>
    public static OfficeInstallation? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var program = folders.Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
        return program is null ? null : new OfficeInstallation(program, VersionOf(program));
    }

    /// <summary>Whether it has a part. One that is laid out otherwise than Debian's is taken to be whole.</summary>
    public bool Has(OfficeTarget target)
    {
        var folder = Path.GetDirectoryName(File.ResolveLinkTarget(Program, returnFinalTarget: true)?.FullName ?? Program)!;
        return !File.Exists(Path.Combine(folder, "soffice.bin")) || File.Exists(Path.Combine(folder, target.Component));
    }

    private static string VersionOf(string program)
    {
        using var process = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var version = Versions().Match(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return version.Success ? version.Value : "of an unknown version";
    }

    [GeneratedRegex(@"\d+(\.\d+)+")]
    private static partial Regex Versions();
}
