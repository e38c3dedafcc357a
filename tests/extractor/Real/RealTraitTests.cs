using System.Text.Json;
using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Readers;

namespace Pipeline.Extractor.Tests.Real;

/// <summary>Traits of real pages around the cells: dates, bodies, headings, units, files that end early.</summary>
public sealed class RealTraitTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(SamplePaths.Of("real"), "F*").Select(path => Path.GetFileName(path)).Where(name => !name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_stands_around_the_cells_is_read_as_printed(string name)
    {
        using var expected = JsonDocument.Parse(SamplePaths.Bytes($"real/{name}.json"));
        var result = await ReportExtractor.Default.Extract(SamplePaths.Bytes($"real/{name}"), new DocumentHints { FileName = name }, TestContext.Current.CancellationToken);
        var wanted = expected.RootElement;
        if (wanted.TryGetProperty("reason", out var reason))
        {
            Assert.Equal(reason.GetString(), result.Reason);
            return;
        }

        var report = Assert.Single(result.Reports);
        if (wanted.TryGetProperty("authority", out var authority))
            Assert.Equal(authority.GetString(), report.Authority);
        if (wanted.TryGetProperty("year", out var year))
            Assert.Equal(year.GetInt32(), report.Year);
        if (wanted.TryGetProperty("title", out var title))
            Assert.Equal(title.GetString(), report.Title);
        if (wanted.TryGetProperty("published", out var published))
            Assert.Equal(published.GetString(), report.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (wanted.TryGetProperty("status", out var status))
            Assert.Equal(status.GetString(), report.Status == ReviewStatus.Accepted ? "accepted" : "review");
        else if (wanted.TryGetProperty("status_may_be", out var may) && may.GetArrayLength() == 1)
            Assert.Equal(may[0].GetString(), report.Status == ReviewStatus.Accepted ? "accepted" : "review");
        if (wanted.TryGetProperty("violations_not", out _))
            Assert.DoesNotContain(report.Violations, violation => violation.Check.StartsWith("balance", StringComparison.Ordinal) && violation.Cause == ViolationCause.Publisher);
        AssertCells(wanted, report);
        AssertSections(wanted, report);
    }

    private static void AssertCells(JsonElement wanted, AnnualReport report)
    {
        if (!wanted.TryGetProperty("cells", out var cells))
            return;
        foreach (var cell in cells.EnumerateObject())
            Assert.Equal(cell.Value.ValueKind == JsonValueKind.Null ? null : cell.Value.GetDecimal(), report.Cells.Single(its => its.Cell == new CellId(cell.Name)).Value);
    }

    // Empty text: nothing of the section behind may have fallen into it.
    private static void AssertSections(JsonElement wanted, AnnualReport report)
    {
        if (!wanted.TryGetProperty("sections", out var sections))
            return;
        foreach (var section in sections.EnumerateObject())
        {
            var text = string.Concat(report.Sections.GetValueOrDefault(section.Name, string.Empty).Where(c => !char.IsWhiteSpace(c)));
            if (section.Value.GetString() is { Length: > 0 } part)
                Assert.Contains(part, text, StringComparison.Ordinal);
            else
                Assert.Empty(text);
        }
    }
}
