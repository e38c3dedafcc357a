using Pipeline.Broker.Tests.Servers;
using Pipeline.EndToEnd.Tests;
using Pipeline.Faults.Tests.Faults;
using Pipeline.Faults.Tests.Site;

namespace Pipeline.Faults.Tests;

/// <summary>Nothing is lost and nothing is doubled, whatever dies. <c>scripts/faults</c> runs the long plan, which takes half an hour.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    [Fact]
    public Task A_short_crawl_through_faults_ends_like_an_undisturbed_one() => Check(FaultPlan.Short);

    [Fact(Explicit = true)]
    public Task A_long_crawl_through_faults_ends_like_an_undisturbed_one() => Check(FaultPlan.Long);

    private async Task Check(FaultPlan plan)
    {
        await using var site = await ReportSite.Start(plan.Hosts, plan.DocumentsPerHost);
        // The servers take their time to start.
        var crawl = Undisturbed(site);
        await using var deployment = await Deployment.Create();
        var undisturbed = await crawl;
        Say($"undisturbed: {site.Documents} documents, {undisturbed.Count} lines of records and cells");

        var outcome = await new FaultRun(plan, site, deployment, Say).Run();

        var tally = outcome.Tally;
        Say($"RESULT {tally}");
        Say($"RESULT failures: {string.Join(", ", outcome.Reasons)}; {outcome.Repeated} announcements repeated; {outcome.Garbage} garbage messages, {outcome.SetAside} set aside");
        Say($"RESULT {outcome.Export.Count} lines of records and cells, {undisturbed.Except(outcome.Export, StringComparer.Ordinal).Count()} of {undisturbed.Count} differ from the undisturbed crawl");
        Assert.Equal((site.Documents, site.Documents), (tally.Documents, tally.Fetches));
        Assert.Equal(tally.Documents, tally.Reports + tally.NoReports + tally.Failures);
        Assert.True(tally is { Reports: > 0, NoReports: > 0, Failures: > 0 });
        Assert.True(outcome.SetAside >= outcome.Garbage, "Garbage went out of sight.");
        var difference = Export.FirstDifference(undisturbed, outcome.Export);
        Assert.True(difference is null, difference);
    }

    /// <summary>The same documents in one process, in memory, on SQLite.</summary>
    private static async Task<IReadOnlyList<string>> Undisturbed(ReportSite site)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-undisturbed-");
        var (sources, data) = (Path.Combine(folder.FullName, "sources.json"), Path.Combine(folder.FullName, "data"));
        await site.WriteSources(sources, TimeSpan.Zero);
        var (exit, _, error) = await PipelineProcess.Run("crawl", "--sources", sources, "--data", data);
        // The broken files are failures of the extraction; the crawl itself has none.
        Assert.True(exit is 0 or 1, error);
        var export = await Export.Of("--data", data);
        folder.Delete(recursive: true);
        return export;
    }

    private void Say(string line) => output.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss} {line}");
}
