using System.Collections.Immutable;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Containers;

/// <summary>One result out of those of a container's entries.</summary>
internal static class ContainerResult
{
    private const int MostNamed = 5;

    /// <summary>What is less sure is no other figure: a file may be a coarse scan of the one beside it.</summary>
    private const double LeastCell = 0.5;

    /// <param name="reading">With the container's reader.</param>
    public static ExplainedExtraction Of(ImmutableArray<EntryResult> entries, ReadingFacts reading)
    {
        entries = TablesBesideText.Joined(entries);
        var picked = Picked(entries);
        return picked.IsEmpty ? Without(entries, reading) : With(entries, picked, reading);
    }

    /// <summary>The same report as Word and as PDF, or as a mail's text and its attachment, is one: the surest is it, of those that name their body and year if any does.</summary>
    private static ImmutableArray<(EntryResult Entry, ExplainedReport Report)> Picked(ImmutableArray<EntryResult> entries)
    {
        var all = entries.SelectMany(entry => entry.Explained.Reports.Select(report => (Entry: entry, Report: report))).ToList();
        return [.. all.Where(one => !all.Exists(other => other.Entry != one.Entry && IsSame(one.Report.Report, other.Report.Report) && IsBetter(other, one)))];

        bool IsBetter((EntryResult Entry, ExplainedReport Report) other, (EntryResult Entry, ExplainedReport Report) one) =>
            IsNamed(other) != IsNamed(one) ? IsNamed(other)
            : other.Report.Report.Confidence != one.Report.Report.Confidence ? other.Report.Report.Confidence > one.Report.Report.Confidence : entries.IndexOf(other.Entry) < entries.IndexOf(one.Entry);
    }

    private static bool IsNamed((EntryResult Entry, ExplainedReport Report) one) => one.Report.Report is { Authority: not null, Year: not null };

    /// <summary>Of one body and year; tables that name neither are those of a report that prints the same.</summary>
    private static bool IsSame(AnnualReport one, AnnualReport other) =>
        one.Year is not null && one.Year == other.Year && one.Authority is not null && one.Authority == other.Authority
        || (one.Year is null || other.Year is null || one.Year == other.Year) && (one.Authority is null || other.Authority is null || one.Authority == other.Authority) && one.Form == other.Form && !Differ(one, other);

    private static bool Differ(AnnualReport one, AnnualReport other)
    {
        var figures = other.Cells.ToDictionary(cell => cell.Cell);
        return one.Cells.Any(cell => figures.TryGetValue(cell.Cell, out var its) && cell.Value is { } value && its.Value is { } another && value != another && Math.Min(cell.Confidence, its.Confidence) >= LeastCell);
    }

    private static ExplainedExtraction With(ImmutableArray<EntryResult> entries, ImmutableArray<(EntryResult Entry, ExplainedReport Report)> picked, ReadingFacts reading)
    {
        var failed = entries.Where(entry => entry.Result.Outcome == ExtractionOutcome.Failed).ToList();
        ImmutableArray<Issue> unread = failed.Count == 0 ? [] : [new Issue(IssueReasons.ContainerEntriesFailed, IssueSeverity.Warning, $"{failed.Count} files of the container could not be read: {string.Join("; ", failed.Take(MostNamed).Select(Said))}")];
        ImmutableArray<ExplainedReport> reports = [.. picked.Select(one =>
        {
            var report = OfRivals(EntryPlaces.Within(one.Entry.Entry.Name, one.Report.Report), one.Entry, entries);
            return one.Report with { Report = report with { Issues = [.. report.Issues, new Issue(IssueReasons.ContainerEntry, IssueSeverity.Info, $"Read from {one.Entry.Entry.Name} in the container."), .. unread] } };
        })];
        var sources = picked.Select(one => one.Entry).Distinct().ToList();
        var first = sources[0].Result.Reading;
        reading = reading with { Reader = $"{reading.Reader} with {string.Join(", ", sources.Select(source => source.Result.Reading.Reader).Distinct())}", Charset = first.Charset, CharsetBasis = first.CharsetBasis };
        return new ExplainedExtraction(new ExtractionResult { Outcome = ExtractionOutcome.Reports, Reports = [.. reports.Select(report => report.Report)], Reading = reading }, Document(sources, reading), reports);
    }

    /// <summary>Two files with the report of one body and year that print different figures: only a person can tell which of them counts.</summary>
    private static AnnualReport OfRivals(AnnualReport report, EntryResult source, ImmutableArray<EntryResult> entries)
    {
        var rivals = entries.Where(entry => entry != source && entry.Explained.Reports.Any(other => IsSame(other.Report, report) && Differ(other.Report, report))).ToList();
        return rivals.Count == 0 ? report : report with
        {
            Status = ReviewStatus.Review,
            Issues = [.. report.Issues, .. rivals.Select(rival => new Issue(IssueReasons.RivalTables, IssueSeverity.Warning, $"{rival.Entry.Name} in the container is of the same body and year and prints other figures: see which of them counts."))],
        };
    }

    private static SourceDocument? Document(List<EntryResult> sources, ReadingFacts reading)
    {
        var documents = sources.Where(source => source.Explained.Document is not null).Select(source => EntryPlaces.Within(source.Entry.Name, source.Explained.Document!)).ToList();
        return documents.Count == 0 ? null : documents[0] with { Reader = reading.Reader, Blocks = [.. documents.SelectMany(document => document.Blocks)] };
    }

    /// <summary>A file that failed may be the report: its failure says more than that the others are none.</summary>
    private static ExplainedExtraction Without(ImmutableArray<EntryResult> entries, ReadingFacts reading)
    {
        var telling = entries.FirstOrDefault(entry => entry.Result.Outcome == ExtractionOutcome.Failed)
            ?? entries.FirstOrDefault(entry => entry.Result.Reason != NonReportReasons.Other) ?? entries[0];
        return telling.Explained with { Result = telling.Result with { Detail = Said(telling), Reading = reading }, Document = null, Reports = [] };
    }

    private static string Said(EntryResult entry) => $"{entry.Entry.Name}: {entry.Result.Detail}";
}
