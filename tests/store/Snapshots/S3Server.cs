using System.Diagnostics;
using Pipeline.Store.Snapshots;
using Pipeline.Tests;

[assembly: AssemblyFixture(typeof(Pipeline.Store.Tests.Snapshots.S3Server))]

namespace Pipeline.Store.Tests.Snapshots;

/// <summary>
/// An S3-compatible service for this run: the one that PIPELINE_TEST_S3 names (as <c>scripts/s3 start</c> prints it), else one started by that script when
/// the first test asks.
/// </summary>
public sealed class S3Server : IAsyncDisposable
{
    private static readonly Lazy<(string? Description, string? Problem, bool Started)> Server = new(Start);

    /// <summary>Skips the test, with the reason, where no service can be had.</summary>
    /// <param name="prefix">What the names of this test begin with.</param>
    public static S3SnapshotOptions Options(string prefix)
    {
        Assert.SkipWhen(Server.Value.Description is null, $"No S3-compatible service: {Server.Value.Problem}");
        return new S3SnapshotOptions { Endpoint = new Uri(Value("Endpoint")), Bucket = Value("Bucket"), AccessKey = Value("AccessKey"), SecretKey = Value("SecretKey"), Prefix = prefix };
    }

    public ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated && Server.Value is { Started: true, Description: { } description })
            Run("stop", description);
        return ValueTask.CompletedTask;
    }

    private static string Value(string name) => Server.Value.Description!.Split(';').Single(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    private static (string?, string?, bool) Start()
    {
        if (Environment.GetEnvironmentVariable("PIPELINE_TEST_S3") is { Length: > 0 } given)
            return (given, null, false);
        var (exit, output, error) = Run("start");
        return exit == 0 ? (output.Trim(), null, true) : (null, error.Trim(), false);
    }

    private static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        // The server inherits the script's output: reading to its end would wait for the server, so the script writes to files.
        var folder = Directory.CreateTempSubdirectory("pipeline-tests");
        var (output, error) = (Path.Combine(folder.FullName, "out"), Path.Combine(folder.FullName, "err"));
        using var process = Process.Start("sh", ["-c", $"exec \"$0\" \"$@\" >'{output}' 2>'{error}'", Path.Combine(RepositoryRoot.Path, "scripts", "s3"), .. arguments]);
        process.WaitForExit();
        var result = (process.ExitCode, File.ReadAllText(output), File.ReadAllText(error));
        folder.Delete(recursive: true);
        return result;
    }
}
