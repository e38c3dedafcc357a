using System.Text.Json;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Readers;

namespace Pipeline.Extractor.Tests.Seen;

/// <summary>A cell of a clean page, written in many ways: what is stored is what a person sees, or a person is asked.</summary>
public sealed class SeenCellTests
{
    private static readonly Lazy<Dictionary<string, JsonElement>> Expected = new(() => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(SamplePaths.Bytes("seen/exp.json"))!);

    public static TheoryData<string> Variants => [.. Expected.Value.Keys];

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task No_variant_is_accepted_with_another_value_than_the_one_seen(string name)
    {
        var seen = Expected.Value[name][1];
        var report = await SeenReport.Read(SamplePaths.Bytes($"seen/{name}.html"), "text/html");

        Assert.True(report.Status == ReviewStatus.Review || (seen.ValueKind != JsonValueKind.String && seen.GetDecimal() == SeenReport.Value(report)));
    }

    [Fact]
    public async Task What_a_person_reads_without_hesitation_is_read()
    {
        var (read, all) = (0, 0);
        foreach (var (name, expected) in Expected.Value.Where(pair => pair.Value[1].ValueKind == JsonValueKind.Number))
        {
            all++;
            read += SeenReport.Value(await SeenReport.Read(SamplePaths.Bytes($"seen/{name}.html"), "text/html")) == expected[1].GetDecimal() ? 1 : 0;
        }

        Assert.InRange(read, (int)(all * .95), all);
    }
}
