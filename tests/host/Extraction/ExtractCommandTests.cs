using System.Text.Json;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Tests.Extraction;

public sealed class ExtractCommandTests
{
    [Fact]
    public async Task Lines_come_in_the_order_of_the_files_whatever_is_wrong_with_them()
    {
        using var folder = new TemporaryFolder();
        var files = new List<string> { "/nowhere/report.pdf" };
        files.AddRange(Enumerable.Range(0, 20).Select(i => folder.Write($"{i}.txt", new string('无', i * 1000))));

        var (exitCode, output, _) = await CapturedTerminal.Run(["extract", .. files]);

        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Equal(files, Lines(output).Select(line => line.GetProperty("file").GetString()));
        Assert.All(Lines(output), line => Assert.NotEmpty(line.GetProperty("reason").GetString()!));
    }

    [Fact]
    public async Task A_folder_stands_for_its_files_by_name()
    {
        using var folder = new TemporaryFolder();
        string[] files = [folder.Write("a.txt", "无"), folder.Write("b.txt", "无")];

        var (_, output, _) = await CapturedTerminal.Run("extract", folder.Path);

        Assert.Equal(files, Lines(output).Select(line => line.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task A_file_that_is_no_report_is_done_and_says_why()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("notice.html", "<!DOCTYPE html><html><head><title>通知</title></head><body><p>明天停水，请各住户提前储水。</p></body></html>");

        var (exitCode, output, error) = await CapturedTerminal.Run("extract", file);

        var line = Assert.Single(Lines(output));
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Empty(error);
        Assert.Empty(line.GetProperty("records").EnumerateArray());
        Assert.StartsWith("not-a-report", line.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private static List<JsonElement> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
