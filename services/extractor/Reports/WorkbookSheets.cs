using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Reports;

/// <summary>
/// The sheets of a workbook as documents of their own: reports of several bodies or years, or the figures of a quarter before those of the year. Gives
/// up where a sheet has a table without the report's main one: the report then goes over several sheets.
/// </summary>
internal sealed class WorkbookSheets(ReportParts parts)
{
    /// <returns>The document itself where its sheets do not stand alone.</returns>
    public ImmutableArray<SourceDocument> Of(SourceDocument document)
    {
        if (document.Blocks.Any(block => block.Source is not SheetLocator))
            return [document];
        var sheets = document.Blocks.GroupBy(block => ((SheetLocator)block.Source).Sheet).Select(sheet => sheet.ToImmutableArray()).Where(sheet => sheet.Any(block => block is GridBlock)).ToList();
        return sheets.Count > 1 && sheets.TrueForAll(parts.HasMainTable) ? [.. sheets.Select(sheet => document with { Blocks = sheet })] : [document];
    }

    /// <summary>Whether each report names its body and year and no two name the same: of two tables of one report only a person can tell which counts.</summary>
    public static bool AreDistinct(ImmutableArray<ExplainedReport> reports) => !reports.IsEmpty && reports.All(report => report.Report is { Authority: not null, Year: not null })
        && reports.DistinctBy(report => (report.Report.Authority, report.Report.Year)).Count() == reports.Length;
}
