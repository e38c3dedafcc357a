using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Pipeline.Tests;

[assembly: AssemblyFixture(typeof(Pipeline.Broker.Tests.Servers.RabbitServer))]

namespace Pipeline.Broker.Tests.Servers;

/// <summary>A real RabbitMQ for this run, started by <c>scripts/rabbitmq</c> when the first test asks. Every test gets a virtual host of its own.</summary>
public sealed class RabbitServer : IAsyncDisposable
{
    private static readonly Lazy<Started> Server = new(Start);

    private static readonly HttpClient Client = new();

    public static int Port => int.Parse(Value("Port"), System.Globalization.CultureInfo.InvariantCulture);

    private static string Description
    {
        get
        {
            Assert.SkipWhen(Server.Value.Description is null, $"No RabbitMQ: {Server.Value.Problem}");
            return Server.Value.Description!;
        }
    }

    /// <returns>Name of an empty virtual host.</returns>
    public static async Task<string> NewVirtualHost()
    {
        var name = $"test-{Guid.NewGuid():N}";
        await Ask(HttpMethod.Put, $"vhosts/{name}", "{}");
        return name;
    }

    /// <summary>Ends the server as a power cut does and starts it again on its data.</summary>
    public static void Restart() => Run("restart", Description);

    /// <summary>The management interface's answer.</summary>
    public static async Task<JsonElement> Ask(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, $"http://127.0.0.1:{Value("Management")}/api/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("guest:guest")));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return response.Content.Headers.ContentLength is 0 ? default : await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated && Server.Value.Description is { } description)
            Run("stop", description);
        return ValueTask.CompletedTask;
    }

    private static string Value(string name) => Description.Split(';').Single(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    private static Started Start()
    {
        var (exit, output, error) = Run("start");
        return exit == 0 ? new Started(output.Trim(), null) : new Started(null, error.Trim());
    }

    private static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        // The server inherits the script's output: reading to its end would wait for the server, so the script writes to files.
        var folder = Directory.CreateTempSubdirectory("pipeline-tests");
        var (output, error) = (Path.Combine(folder.FullName, "out"), Path.Combine(folder.FullName, "err"));
        var script = Path.Combine(RepositoryRoot.Path, "scripts", "rabbitmq");
        using var process = Process.Start("sh", ["-c", $"exec \"$0\" \"$@\" >'{output}' 2>'{error}'", script, .. arguments]);
        process.WaitForExit();
        var result = (process.ExitCode, File.ReadAllText(output), File.ReadAllText(error));
        folder.Delete(recursive: true);
        return result;
    }

    private sealed record Started(string? Description, string? Problem);
}
