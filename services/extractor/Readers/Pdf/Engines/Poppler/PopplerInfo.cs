using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>What pdfinfo prints.</summary>
internal sealed partial record PopplerInfo(int PageCount, ImmutableArray<PageSize> Pages, string? Title, ImmutableArray<MetadataEntry> Metadata)
{
    private static readonly string[] Kept = ["Title", "Subject", "Keywords", "Author", "Creator", "Producer", "CreationDate", "ModDate"];

    public static PopplerInfo Parse(string output)
    {
        var count = PageCounts().Match(output) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var turned = Rotations().Matches(output).Where(turn => turn.Groups[2].Value is "90" or "270").Select(turn => turn.Groups[1].Value).ToHashSet();
        var pages = Sizes().Matches(output).Select(size => Size(size, turned.Contains(size.Groups[1].Value)));
        var entries = output.Split('\n').Select(Entry).Where(entry => entry is not null && Kept.Contains(entry.Name)).Select(entry => entry!);
        ImmutableArray<MetadataEntry> metadata = [.. entries.DistinctBy(entry => entry.Name)];
        return new PopplerInfo(count, [.. pages], metadata.FirstOrDefault(entry => entry.Name == "Title")?.Value, metadata);
    }

    private static PageSize Size(Match match, bool turned)
    {
        var (width, height) = (double.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), double.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture));
        return turned ? new PageSize(height, width) : new PageSize(width, height);
    }

    private static MetadataEntry? Entry(string line) =>
        line.Split(':', 2, StringSplitOptions.TrimEntries) is [var name, { Length: > 0 } value] ? new MetadataEntry(name, value) : null;

    [GeneratedRegex(@"^Pages:\s+(\d{1,9})\s*$", RegexOptions.Multiline)]
    private static partial Regex PageCounts();

    [GeneratedRegex(@"^Page\s+(\d+) size:\s+([\d.]+) x ([\d.]+) pts", RegexOptions.Multiline)]
    private static partial Regex Sizes();

    [GeneratedRegex(@"^Page\s+(\d+) rot:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex Rotations();
}
