using System.Runtime.InteropServices;

namespace Pipeline.Browsing;

/// <summary>What a browser needs on this machine: Chromium, and the driver that Microsoft.Playwright speaks to it through.</summary>
/// <param name="Executable">Path of Chromium; null when there is none.</param>
/// <param name="Driver">Folder that holds <c>.playwright</c>; null when there is none.</param>
public sealed record BrowserInstallation(string? Executable, string? Driver)
{
    /// <summary>Path of Chromium, or <c>none</c> to do without.</summary>
    public const string ExecutableVariable = "PIPELINE_CHROMIUM";

    /// <summary>Folder that holds the driver's <c>.playwright</c>.</summary>
    public const string DriverVariable = "PIPELINE_PLAYWRIGHT";

    // The shell is the same engine without the windows, menus and helpers of a desktop, which cost more than most pages.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    /// <summary>What is missing, with what to do; null when all is there.</summary>
    public string? Missing =>
        Executable is null ? $"no Chromium was found: install it (apt-get install chromium-headless-shell) or name it in {ExecutableVariable}"
        : Driver is null ? $"the driver of the browser was not found: start the pipeline with ./run, or name the folder that holds its .playwright in {DriverVariable}"
        : null;

    public static BrowserInstallation Find()
    {
        var named = Environment.GetEnvironmentVariable(ExecutableVariable);
        var executable = named is { Length: > 0 } ? (File.Exists(named) ? named : null) : InPath();
        return new(executable, new[] { Environment.GetEnvironmentVariable(DriverVariable), AppContext.BaseDirectory }.FirstOrDefault(HasDriver));
    }

    private static string? InPath() =>
        Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static bool HasDriver(string? folder) =>
        folder is { Length: > 0 } && File.Exists(Path.Combine(folder, ".playwright", "package", "cli.js")) && File.Exists(Path.Combine(folder, ".playwright", "node", Platform, "node"));

    private static string Platform => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";
}
