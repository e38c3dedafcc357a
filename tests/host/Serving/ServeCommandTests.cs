using System.Net;
using System.Net.Sockets;
using Pipeline.EndToEnd.Tests;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Tests.Serving;

public sealed class ServeCommandTests
{
    [Fact]
    public async Task The_pages_are_served_over_what_is_stored_until_the_command_is_stopped()
    {
        using var folder = new TemporaryFolder();
        // An empty file is an empty database.
        folder.Write("pipeline.db", "");
        var address = $"127.0.0.1:{FreePort.Find()}";
        using var serving = PipelineProcess.Start("serve", "--data", folder.Path, "--listen", address);
        using var client = new HttpClient { BaseAddress = new Uri($"http://{address}") };

        var page = await FirstAnswer(client, "/operations", serving);
        await serving.Stop();
        var (exitCode, output, error) = await serving.End();

        Assert.Contains("<h1>", page, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Empty(output);
        Assert.Contains($"Pages: http://{address}/", error, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync("/operations"));
    }

    [Fact]
    public async Task A_folder_without_data_asks_for_a_crawl()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, _, error) = await CapturedTerminal.Run("serve", "--data", folder.Path);

        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains("crawl first", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "--listen: ")]
    [InlineData("0.0.0.0:8481", "keys")]
    public async Task An_address_that_cannot_be_or_that_others_reach_without_keys_is_refused(string listen, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("pipeline.db", "");

        var (exitCode, _, error) = await CapturedTerminal.Run("serve", "--data", folder.Path, "--listen", listen);

        Assert.Equal(ExitCode.WrongUse, exitCode);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_another_program_holds_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("pipeline.db", "");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (exitCode, _, error) = await CapturedTerminal.Run("serve", "--data", folder.Path, "--listen", $"127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains("--listen", error, StringComparison.Ordinal);
    }

    private static async Task<string> FirstAnswer(HttpClient client, string path, PipelineProcess serving)
    {
        while (!serving.HasEnded)
        {
            try
            {
                return await client.GetStringAsync(path);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"The command ended before it served anything: {(await serving.End()).Error}");
    }
}
