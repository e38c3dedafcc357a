using System.Diagnostics;
using System.Text.Json;
using Pipeline.EndToEnd.Tests;

namespace Pipeline.Simulator.Tests.Lists;

/// <summary>One family of list structures, served by a Python process of its own until disposed.</summary>
internal sealed class FamilySite : IDisposable
{
    private static readonly string Programs = Path.Combine(AppContext.BaseDirectory, "farm");
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private FamilySite(Process process, string folder, JsonElement truth)
    {
        _process = process;
        Folder = folder;
        Seeds = [.. truth.GetProperty("seeds").EnumerateArray().Select(seed => new Uri(seed.GetString()!))];
        Allowed = [.. truth.GetProperty("allow").EnumerateArray().Select(host => host.GetString()!)];
        Reports = [.. truth.GetProperty("reports").EnumerateArray().Select(report => Key(new Uri(report[0].GetString()!)))];
    }

    /// <summary>Folder for what belongs to this site; gone when disposed.</summary>
    public string Folder { get; }

    public IReadOnlyList<Uri> Seeds { get; }

    /// <summary>Its hosts, as HOST:PORT.</summary>
    public IReadOnlyList<string> Allowed { get; }

    /// <summary>The reports that it has.</summary>
    public IReadOnlyList<string> Reports { get; }

    /// <param name="program">File that serves the family, such as <c>deep.py</c>.</param>
    public static async Task<FamilySite> Start(string program, string family)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-family-").FullName;
        var start = new ProcessStartInfo("python3", ["-B", Path.Combine(Programs, program), family, "--port", $"{FreePort.Find()}", "--dir", folder]);
        start.Environment["CORPUS"] = Path.Combine(Programs, "corpus");
        var process = Process.Start(start)!;
        var (truth, waited) = (Path.Combine(folder, "truth.json"), Stopwatch.StartNew());
        while (true)
        {
            if (File.Exists(truth) && await Read(truth) is { } told && await Listens(told))
                return new(process, folder, told);
            Assert.False(process.HasExited || waited.Elapsed > StartLimit, $"{family} did not begin to listen.");
            await Task.Delay(20);
        }
    }

    /// <summary>Requests made so far: which, and what they came to.</summary>
    public IReadOnlyList<(string Key, int Status)> Requests()
    {
        var port = Allowed[0][Allowed[0].LastIndexOf(':')..];
        return [.. File.ReadLines(Path.Combine(Folder, "requests.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).Select(request =>
            (Key(new Uri($"http://{request.GetProperty("host").GetString()}{port}{request.GetProperty("path").GetString()}")), request.GetProperty("status").GetInt32()))];
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    // The file is there before it is whole.
    private static async Task<JsonElement?> Read(string file)
    {
        try
        {
            return JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement;
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            return null;
        }
    }

    private static async Task<bool> Listens(JsonElement truth)
    {
        var site = new Uri($"http://{truth.GetProperty("allow")[0].GetString()}");
        using var client = new System.Net.Sockets.TcpClient();
        try
        {
            await client.ConnectAsync(site.Host, site.Port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    private static string Key(Uri url) => Uri.UnescapeDataString(url.Authority + url.PathAndQuery);
}
