using Pipeline.EndToEnd.Tests;

namespace Pipeline.Faults.Tests.Faults;

/// <summary>Worker processes, each started again when it ended for whatever reason, as systemd does.</summary>
internal sealed class Crew : IAsyncDisposable
{
    private static readonly TimeSpan RestartAfter = TimeSpan.FromSeconds(1);
    private const int WordsOfEach = 5;

    private readonly IReadOnlyList<Worker> _workers;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _care;
    private readonly HashSet<string> _lastWords = new(StringComparer.Ordinal);

    private Crew(IReadOnlyList<Worker> workers)
    {
        _workers = workers;
        _care = Care();
    }

    /// <summary>Times that a worker ended without being killed: the broker or the database was away when it started.</summary>
    public int EndedByThemselves { get; private set; }

    /// <summary>The last lines of workers that ended by themselves, each once.</summary>
    public IReadOnlyCollection<string> LastWords => _lastWords;

    /// <param name="workers">Role and settings file of each.</param>
    public static Crew Start(IEnumerable<(string Role, string Settings)> workers) =>
        new([.. workers.Select(worker => new Worker(["run", "--roles", worker.Role, "--config", worker.Settings, .. worker.Role == "crawler" ? new[] { "--now" } : []]))]);

    /// <summary>SIGKILL to one of them that runs.</summary>
    /// <returns>False when none ran.</returns>
    public async Task<bool> KillOne(Random choice)
    {
        var running = _workers.Where(worker => worker.Process is { HasEnded: false }).ToList();
        if (running.Count == 0)
            return false;
        var victim = running[choice.Next(running.Count)];
        victim.WasKilled = true;
        await victim.Process!.Kill();
        return true;
    }

    /// <summary>Ends all for good, and tells the last that each had to say.</summary>
    public async Task<string> StopAndTell()
    {
        await StopCare();
        var words = new List<string>();
        foreach (var worker in _workers.Where(worker => worker.Process is not null))
        {
            var state = worker.Process!.HasEnded ? "ended" : "ran";
            await worker.Process.Kill();
            var (_, _, error) = await worker.Process.End();
            words.Add($"{worker.Arguments[2]} ({state}):\n  {string.Join("\n  ", error.TrimEnd().Split('\n').TakeLast(WordsOfEach))}");
        }

        return string.Join('\n', words);
    }

    public async ValueTask DisposeAsync()
    {
        await StopCare();
        foreach (var worker in _workers)
            worker.Process?.Dispose();
        _end.Dispose();
    }

    private async Task StopCare()
    {
        await _end.CancelAsync();
        await _care.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Care()
    {
        while (true)
        {
            foreach (var worker in _workers.Where(worker => worker.Process is null or { HasEnded: true }))
                await Restart(worker);
            await Task.Delay(RestartAfter, _end.Token);
        }
    }

    private async Task Restart(Worker worker)
    {
        if (worker.Process is { } ended)
        {
            var (_, _, error) = await ended.End();
            if (!worker.WasKilled)
            {
                EndedByThemselves++;
                // The frames of an exception stand behind what it says.
                _lastWords.Add(error.TrimEnd().Split('\n').LastOrDefault(line => !line.StartsWith("   at ", StringComparison.Ordinal)) ?? "");
            }

            ended.Dispose();
        }

        (worker.WasKilled, worker.Process) = (false, PipelineProcess.Start(worker.Arguments));
    }

    private sealed class Worker(IReadOnlyList<string> arguments)
    {
        public IReadOnlyList<string> Arguments => arguments;

        public PipelineProcess? Process { get; set; }

        public bool WasKilled { get; set; }
    }
}
