using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Pipeline.Host.SampleSite;

namespace Pipeline.EndToEnd.Tests;

/// <summary>Whatever a person or a site does wrong: one clear line that says what is wrong and what to do, an exit code that tells, and nothing lost.</summary>
public sealed class BadInputTests(StoredSample stored) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-bad-");

    public static TheoryData<string, byte[], int, string, string> Documents => new()
    {
        { "empty.html", [], 1, "failed.empty", "empty" },
        { "empty.pdf", [], 1, "failed.empty", "empty" },
        { "truncated.pdf", SamplePdf()[..20_000], 1, "failed.", "Fetch it again" },
        { "picture.pdf", [0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1], 1, "failed.", "picture" },
        { "water.html", [.. "<!DOCTYPE html><meta charset=utf-8><title>通知</title><p>明天停水，请各住户提前储水。</p>"u8], 0, "not-a-report", "" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_bad_document_is_a_line_with_its_reason(string name, byte[] bytes, int exitCode, string reason, string advice)
    {
        var file = Path.Combine(_folder.FullName, name);
        await File.WriteAllBytesAsync(file, bytes);

        var run = await PipelineProcess.Run("extract", file);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains($"\"reason\":\"{reason}", run.Output, StringComparison.Ordinal);
        Assert.Single(Lines(run.Output));
        Assert.Equal(exitCode, Lines(run.Error).Length);
        Assert.Contains(advice, run.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_unknown_address_is_said_to_be_unknown()
    {
        var run = await PipelineProcess.Run("reextract", "http://127.0.0.1:1/nowhere.html", "--data", stored.Data);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("http://127.0.0.1:1/nowhere.html is not known here", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
        await stored.AssertUntouched();
    }

    [Fact]
    public async Task A_sources_file_with_a_typo_is_refused_with_its_line()
    {
        var file = Path.Combine(_folder.FullName, "sources.json");
        await File.WriteAllTextAsync(file, """
            {
              "sources": [
                { "name": "青岚县", "strat": ["https://www.example.gov.cn/"] }
              ]
            }
            """);

        var run = await PipelineProcess.Run("crawl", "--sources", file, "--data", stored.Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{file}:3: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("strat", run.Error, StringComparison.Ordinal);
        await stored.AssertUntouched();
    }

    [Fact]
    public async Task A_page_that_is_gone_leaves_its_record_as_it_was()
    {
        // The site that was crawled has ended: the fetch fails, the record stays.
        var run = await PipelineProcess.Run("reextract", stored.SourceUrl, "--refetch", "--data", stored.Data);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The stored record stands as it was", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
        await stored.AssertUntouched();
    }

    [Fact]
    public async Task A_busy_port_is_named_with_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var run = await PipelineProcess.Run("demo", "--port", port, "--data", _folder.FullName);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"Port {port} on 127.0.0.1 is taken", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_named()
    {
        // Nobody can make a folder here, whoever runs the tests.
        var run = await PipelineProcess.Run("demo", "--port", FreePort.Find().ToString(CultureInfo.InvariantCulture), "--data", "/proc/pipeline");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("The data folder /proc/pipeline cannot be written", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static byte[] SamplePdf() => File.ReadAllBytes(Path.Combine(SampleSiteServer.BundledFolder, "pages", "module", "download", "1109"));
}
