using System.Globalization;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;
using Spectre.Console;

namespace Pipeline.Host.Display;

/// <summary>Records as a table: what was read, how sure, and where.</summary>
internal static class RecordTable
{
    public static Table Of(IEnumerable<RecordVersion> records)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns("authority", "year", "form");
        foreach (var number in new[] { "cells read", "checks passed", "confidence" })
            table.AddColumn(new TableColumn(number).RightAligned());
        table.AddColumns("status", "as", "read from");
        foreach (var record in records)
            table.AddRow(Cells(record));
        return table;
    }

    private static string[] Cells(RecordVersion record)
    {
        var report = record.Report;
        return
        [
            Markup.Escape(report.Authority ?? "?"),
            report.Year?.ToString(CultureInfo.InvariantCulture) ?? "?",
            report.Form,
            // A cell that is printed blank or as a dash was read, too.
            string.Create(CultureInfo.InvariantCulture, $"{report.Cells.Count(cell => cell.Raw is not null)}/{report.Cells.Count}"),
            string.Create(CultureInfo.InvariantCulture, $"{report.ChecksPassed}/{report.ChecksPassed + report.Violations.Count}"),
            // Rounded down: nothing is shown as certain that is not.
            (Math.Floor(report.Confidence * 1000) / 1000).ToString("0.000", CultureInfo.InvariantCulture),
            report.Status == ReviewStatus.Accepted ? "[green]accepted[/]" : "[yellow]review[/]",
            record.Reading.Reader.Split('/')[0],
            Markup.Escape(record.SourceUrl),
        ];
    }
}
