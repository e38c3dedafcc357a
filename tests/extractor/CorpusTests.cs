using System.Text.Json;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Readers;

namespace Pipeline.Extractor.Tests;

/// <summary>The gate: every sample document with truth is read exactly, or told from a report.</summary>
public sealed class CorpusTests
{
    private static readonly string Folder = SamplePaths.Of("corpus");

    public static TheoryData<string> Documents() =>
        [.. Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).Where(name => !name.EndsWith(".md", StringComparison.Ordinal) && name != "manifest.csv").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_cell_is_read_as_printed(string name)
    {
        using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "truth", Path.ChangeExtension(name, ".json"))));
        var result = await ReportExtractor.Default.Extract(await File.ReadAllBytesAsync(Path.Combine(Folder, name)), new DocumentHints { FileName = name }, CancellationToken.None);

        if (!truth.RootElement.GetProperty("is_report").GetBoolean())
        {
            Assert.Equal(ExtractionOutcome.NotAReport, result.Outcome);
            Assert.StartsWith("not-a-report.", result.Reason, StringComparison.Ordinal);
            return;
        }

        var report = Assert.Single(result.Reports);
        Assert.Equal(Cells(truth.RootElement), report.Cells.Select(cell => $"{cell.Cell} = {Number(cell.Value)}").Order(StringComparer.Ordinal));
        Assert.Equal(truth.RootElement.GetProperty("form").GetString(), report.Form);
        Assert.Equal(truth.RootElement.GetProperty("year").GetInt32(), report.Year);
        Assert.Contains(report.Authority, Names(truth.RootElement));
        Assert.Equal(Strings(truth.RootElement, "violations"), report.Violations.Select(violation => violation.Check).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("real-county.txt")]
    [InlineData("real-town.txt")]
    [InlineData("real-city-district.txt")]
    [InlineData("real-town-overview-first.txt")]
    [InlineData("real-traditional-characters.txt")]
    public async Task The_sections_of_the_real_reports_begin_as_printed(string name)
    {
        using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "truth", Path.ChangeExtension(name, ".json"))));
        var result = await ReportExtractor.Default.Extract(await File.ReadAllBytesAsync(Path.Combine(Folder, name)), new DocumentHints { FileName = name }, CancellationToken.None);

        var sections = Assert.Single(result.Reports).Sections;
        Assert.Equal(["applications", "disclosure", "other", "overview", "problems", "remedies"], sections.Keys.Order(StringComparer.Ordinal));
        foreach (var section in truth.RootElement.GetProperty("sections").EnumerateObject())
            Assert.StartsWith(section.Value.GetString()!, string.Concat(sections[section.Name].Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Cells(JsonElement truth) => truth.GetProperty("cells").EnumerateObject()
        .Select(cell => $"{cell.Name} = {Number(cell.Value.ValueKind == JsonValueKind.Null ? null : cell.Value.GetDecimal())}")
        .Order(StringComparer.Ordinal);

    private static string Number(decimal? value) => value?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) ?? "blank";

    private static IEnumerable<string?> Names(JsonElement truth) => Strings(truth, "authority_aliases").Append(truth.GetProperty("authority").GetString());

    private static IEnumerable<string?> Strings(JsonElement truth, string property) => truth.GetProperty(property).EnumerateArray().Select(item => item.GetString()).Order(StringComparer.Ordinal);
}
