using System.Diagnostics;
using System.Text.RegularExpressions;
using Pipeline.Store.Tests;
using Pipeline.Tests;

namespace Pipeline.Web.Tests.Api;

/// <summary>What docs/data.md tells people to type works.</summary>
public sealed partial class DocumentedExampleTests
{
    [Theory]
    [InlineData("python", "python3", "清河县民政局 2022")]
    [InlineData("sh", "sh", "\"items\":[]")]
    public async Task An_example_of_the_page_answers(string language, string program, string answer)
    {
        await using var server = await TestServer.Run();
        await server.Store("http://www.qinghe.gov.cn/1.html", SampleReport.Of());
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "data.md"));
        // Of a shell's lines the first: the others name a release that is not here. Times of the test are older than the page's.
        var block = Blocks().Matches(page).First(match => match.Groups["language"].Value == language).Groups["code"].Value;
        var code = (language == "sh" ? block.Split('\n')[0] : block).Replace("localhost:8080", server.Address.Authority, StringComparison.Ordinal).Replace("2026-11-01", "2020-01-01", StringComparison.Ordinal);

        var start = new ProcessStartInfo(program, ["-c", code]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, await error);
        Assert.Contains(answer, await output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"```(?<language>\w+)\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Blocks();
}
