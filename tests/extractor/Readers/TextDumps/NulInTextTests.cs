namespace Pipeline.Extractor.Tests.Readers.TextDumps;

public sealed class NulInTextTests
{
    [Fact]
    public async Task A_nul_in_cells_set_apart_by_tabs_loses_no_record()
    {
        var dump = SamplePaths.Bytes("corpus/tab-dump-decoy-table.txt").ToList();
        dump.Insert(dump.LastIndexOf((byte)'\t') + 1, 0);

        var result = await ReportExtractor.Default.Extract(dump.ToArray(), new DocumentHints { FileName = "dump.txt" }, TestContext.Current.CancellationToken);

        Assert.Equal(2024, Assert.Single(result.Reports).Year);
    }
}
