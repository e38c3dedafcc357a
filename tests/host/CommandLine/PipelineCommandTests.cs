using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Tests.CommandLine;

public sealed class PipelineCommandTests
{
    [Fact]
    public async Task Help_lists_every_command_on_standard_output()
    {
        var (exitCode, output, error) = await CapturedTerminal.Run("--help");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Empty(error);
        Assert.All(
            ["extract", "crawl", "run", "reextract", "status", "failures", "export", "sources", "demo"],
            command => Assert.Matches($@"\n  {command}\b", output));
    }

    [Theory]
    [InlineData("", "Required command was not provided")]
    [InlineData("crowl", "'crowl'")]
    [InlineData("extract", "Required argument 'FILE' missing")]
    [InlineData("crawl --delay soon", "soon")]
    [InlineData("crawl --delay -1", "--delay takes a number from 0 to 3600")]
    [InlineData("crawl --seed www.example.gov.cn", "'www.example.gov.cn' is no web address")]
    [InlineData("crawl --sources nowhere.json", "'nowhere.json' cannot be read")]
    [InlineData("crawl --config nowhere.json --seed http://127.0.0.1:1/", "no settings file 'nowhere.json'")]
    [InlineData("run --roles crawler --sources nowhere.json", "set transport.kind to rabbitmq")]
    [InlineData("crawl --seed http://127.0.0.1:1/ --allow-private here --data FOLDER", "--allow-private: 'here' is no address")]
    [InlineData("run --roles cook", "'cook' is no role")]
    [InlineData("failures replay --older-than soon", "pipeline failures replay --help")]
    [InlineData("export --format xml", "--format takes csv or jsonl or warc, not 'xml'")]
    public async Task Wrong_use_is_told_on_standard_error_with_exit_code_2(string line, string expected)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output, error) = await CapturedTerminal.Run(line.Replace("FOLDER", folder.Path, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.WrongUse, exitCode);
        Assert.Empty(output);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }
}
