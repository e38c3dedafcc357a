using System.Diagnostics;
using System.Text.Json;
using Pipeline.EndToEnd.Tests;

namespace Pipeline.Simulator.Tests;

/// <summary>The simulated sites, served by a Python process of their own; everything is written below one folder.</summary>
internal sealed class Simulator : IDisposable
{
    private static readonly string Programs = Path.Combine(AppContext.BaseDirectory, "govsim");
    private static readonly string Corpus = Path.Combine(AppContext.BaseDirectory, "corpus");
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly string _folder;
    private readonly Process _process;
    private readonly HttpClient _http = new();

    private Simulator(string folder, Process process, IReadOnlyList<Uri> portals)
    {
        _folder = folder;
        _process = process;
        Portals = portals;
    }

    /// <summary>Start page of every site; a crawler may visit these hosts and no other.</summary>
    public IReadOnlyList<Uri> Portals { get; }

    /// <summary>Requests answered so far, in all nights.</summary>
    public int Requests => Lines(Path.Combine(_folder, "requests.jsonl"));

    /// <summary>What keeps the simulator from running here; null when nothing does.</summary>
    public static string? Obstacle()
    {
        try
        {
            using var python = Process.Start(Python(Path.GetTempPath(), "--version"))!;
            python.WaitForExit();
            return python.ExitCode == 0 ? null : $"python3 --version ended with {python.ExitCode}.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "The simulated sites need python3; install it with: sudo apt-get install python3";
        }
    }

    /// <param name="folder">Existing folder for the log, the truth and the verdicts.</param>
    public static async Task<Simulator> Start(string folder, SimulatorSize size)
    {
        var process = Process.Start(Python(folder, Path.Combine(Programs, "serve.py"), "--corpus", Corpus, "--port", $"{FreePort.Find()}",
            "--profile", "dev", "--hosts", $"{size.Sites}", "--docs-per-site", $"{size.Documents}", "--noise", $"{size.Noise}", "--portals", "portals.json"))!;
        _ = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(StartLimit);
        // Its last line, a count, says that every site listens.
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains("reports to find", StringComparison.Ordinal))
                return new(folder, process, ReadPortals(folder));
        }

        throw new InvalidOperationException("The simulator ended before its sites listened; start serve.py by hand to see why.");
    }

    /// <summary>Moves the world to its next night.</summary>
    public async Task NextNight() => (await _http.PostAsync(new Uri(Portals[0], "/__sim/night"), content: null)).EnsureSuccessStatusCode();

    /// <summary>Judges all nights so far, and the records in an export.</summary>
    public async Task<Verdict> Judge(string export)
    {
        using var referee = Process.Start(Python(_folder, Path.Combine(Programs, "referee.py"),
            "--log", "requests.jsonl", "--truth", "truth.json", "--records", export, "--json", "verdict.json"))!;
        var error = referee.StandardError.ReadToEndAsync();
        var table = await referee.StandardOutput.ReadToEndAsync();
        await referee.WaitForExitAsync();
        var verdict = Path.Combine(_folder, "verdict.json");
        Assert.True(File.Exists(verdict), await error);
        return Verdict.Read(await File.ReadAllTextAsync(verdict), table);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _http.Dispose();
    }

    private static ProcessStartInfo Python(string folder, params IEnumerable<string> args) => new("python3", ["-B", .. args])
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static List<Uri> ReadPortals(string folder)
    {
        using var portals = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "portals.json")));
        return [.. portals.RootElement.EnumerateArray().Select(portal => new Uri(portal.GetProperty("url").GetString()!))];
    }

    private static int Lines(string file)
    {
        using var log = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var lines = 0;
        while (log.ReadLine() is not null)
            lines++;
        return lines;
    }
}
