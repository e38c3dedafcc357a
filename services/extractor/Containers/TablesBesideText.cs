using System.Collections.Immutable;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Containers;

/// <summary>
/// A report in two files: its text in one, its tables in another that names neither body nor year. Only where there is one of each; the record has
/// the facts of the text and waits for a person.
/// </summary>
internal static class TablesBesideText
{
    public static ImmutableArray<EntryResult> Joined(ImmutableArray<EntryResult> entries)
    {
        var texts = entries.Select(entry => entry.Result.Prose).OfType<ProseReport>().ToList();
        var reports = entries.SelectMany(entry => entry.Explained.Reports).ToList();
        return texts is [var text] && reports is [{ Report: { Authority: null, Year: null } }]
            ? [.. entries.Select(entry => entry with { Explained = entry.Explained with { Reports = [.. entry.Explained.Reports.Select(one => one with { Report = Of(text, one.Report) })] } })]
            : entries;
    }

    private static AnnualReport Of(ProseReport text, AnnualReport tables) => tables with
    {
        Title = text.Title,
        Authority = text.Authority,
        RegionCode = text.RegionCode,
        Year = text.Year,
        Sections = text.Sections,
        Status = ReviewStatus.Review,
    };
}
