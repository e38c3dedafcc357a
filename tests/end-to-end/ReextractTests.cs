using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.EndToEnd.Tests;

public sealed class ReextractTests
{
    private const string Page = "/zwgk/zfxxgknb/202201/t20220110_1103.html";

    [Fact]
    public async Task A_number_that_changed_on_its_page_is_shown_when_it_is_fetched_again()
    {
        await using var sample = await SampleProcess.Start(ownCopy: true);
        await sample.CrawlPage("one", Page);
        var (cell, before, after) = await ChangeOneNumber(sample.PageFile(Page));

        var fromSnapshot = await sample.Reextract("one", Page);
        var fresh = await sample.Reextract("one", Page, "--refetch");
        var again = await sample.Reextract("one", Page);

        Assert.Equal([0, 0, 0], [fromSnapshot.ExitCode, fresh.ExitCode, again.ExitCode]);
        Assert.Contains("Nothing changed: 1 record", fromSnapshot.Output, StringComparison.Ordinal);
        Assert.Matches($@"{Regex.Escape(cell)} .* {before} \(printed ""{before}"", .* {after} \(printed ""{after}"",", fresh.Output);
        Assert.Contains("Nothing changed: 1 record", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_snapshot_that_is_missing_or_altered_is_said_and_a_fresh_fetch_mends_it(bool altered)
    {
        await using var sample = await SampleProcess.Start(ownCopy: true);
        await sample.CrawlPage("one", Page);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(sample.Data("one"), "snapshots"), "*.br", SearchOption.AllDirectories))
        {
            if (altered)
                await File.WriteAllTextAsync(file, "altered");
            else
                File.Delete(file);
        }

        var again = await sample.Reextract("one", Page);
        var failures = await PipelineProcess.Run("failures", "--data", sample.Data("one"));
        var fresh = await sample.Reextract("one", Page, "--refetch");
        var mended = await PipelineProcess.Run("failures", "--data", sample.Data("one"));

        Assert.Equal(1, again.ExitCode);
        Assert.DoesNotContain("Nothing changed", again.Output, StringComparison.Ordinal);
        Assert.Contains("--refetch", again.Error, StringComparison.Ordinal);
        var reason = altered ? "failed.snapshot-damaged" : "failed.snapshot-missing";
        Assert.Contains(reason, failures.Output, StringComparison.Ordinal);
        Assert.Equal(0, fresh.ExitCode);
        Assert.DoesNotContain(reason, mended.Output, StringComparison.Ordinal);
    }

    /// <summary>Raises a number that the page prints only once, and adds nothing up anew: the record must show what is printed.</summary>
    private static async Task<(string Cell, string Before, string After)> ChangeOneNumber(string file)
    {
        var html = await File.ReadAllTextAsync(file);
        var (cell, value) = SampleTruth.Of(Page).Cells.First(cell => cell.Value >= 10 && Occurrences(html, cell.Value.Value).Count == 1);
        var next = (value!.Value + 1).ToString(CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(file, Number(value.Value).Replace(html, next));
        return (cell, value.Value.ToString(CultureInfo.InvariantCulture), next);
    }

    private static MatchCollection Occurrences(string html, decimal value) => Number(value).Matches(html);

    private static Regex Number(decimal value) => new(string.Create(CultureInfo.InvariantCulture, $@"(?<!\d){value}(?!\d)"));
}
