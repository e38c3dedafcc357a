using System.Diagnostics;
using Pipeline.Tests;

[assembly: AssemblyFixture(typeof(Pipeline.Store.Tests.Engines.PostgresServer))]

namespace Pipeline.Store.Tests.Engines;

/// <summary>A real PostgreSQL for this run: the one that PIPELINE_TEST_POSTGRES names, else one started by <c>scripts/postgres</c> when the first test asks.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<(string? ConnectionString, string? Problem, bool Started)> Server = new(Start);

    /// <summary>The connection string; skips the test, with the reason, where no PostgreSQL can be had.</summary>
    public static string ConnectionString
    {
        get
        {
            Assert.SkipWhen(Server.Value.ConnectionString is null, $"No PostgreSQL: {Server.Value.Problem}");
            return Server.Value.ConnectionString!;
        }
    }

    /// <summary>Ends the server as a crash does and starts it again on its data; one that was given is left alone.</summary>
    public static void Restart()
    {
        if (Server.Value is { Started: true, ConnectionString: { } connection })
            Run("restart", connection);
    }

    public ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated && Server.Value is { Started: true, ConnectionString: { } connection })
            Run("stop", connection);
        return ValueTask.CompletedTask;
    }

    private static (string?, string?, bool) Start()
    {
        if (Environment.GetEnvironmentVariable("PIPELINE_TEST_POSTGRES") is { Length: > 0 } given)
            return (given, null, false);
        var (exit, output, error) = Run("start");
        return exit == 0 ? (output.Trim(), null, true) : (null, error.Trim(), false);
    }

    private static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        // The server inherits the script's output: reading to its end would wait for the server, so the script writes to files.
        var folder = Directory.CreateTempSubdirectory("pipeline-tests");
        var (output, error) = (Path.Combine(folder.FullName, "out"), Path.Combine(folder.FullName, "err"));
        var script = Path.Combine(RepositoryRoot.Path, "scripts", "postgres");
        using var process = Process.Start("sh", ["-c", $"exec \"$0\" \"$@\" >'{output}' 2>'{error}'", script, .. arguments]);
        process.WaitForExit();
        var result = (process.ExitCode, File.ReadAllText(output), File.ReadAllText(error));
        folder.Delete(recursive: true);
        return result;
    }
}
