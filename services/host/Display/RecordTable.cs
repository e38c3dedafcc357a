using System.Globalization;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;
using Spectre.Console;

namespace Pipeline.Host.Display;

/// <summary>Records as a table: what was read, how sure, and where.</summary>
internal static class RecordTable
{
    public static Table Of(IEnumerable<RecordSummary> records)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns("authority", "year", "form");
        foreach (var number in new[] { "cells read", "checks passed", "confidence" })
            table.AddColumn(new TableColumn(number).RightAligned());
        table.AddColumns("status", "read from");
        foreach (var record in records)
            table.AddRow(Cells(record));
        return table;
    }

    private static string[] Cells(RecordSummary record) =>
    [
        Markup.Escape(record.Authority ?? "?"),
        record.Year?.ToString(CultureInfo.InvariantCulture) ?? "?",
        record.Form,
        string.Create(CultureInfo.InvariantCulture, $"{record.CellsRead}/{record.Cells}"),
        string.Create(CultureInfo.InvariantCulture, $"{record.ChecksPassed}/{record.ChecksPassed + record.Violations}"),
        record.Confidence.ToString("0.000", CultureInfo.InvariantCulture),
        record.Status == ReviewStatus.Accepted ? "[green]accepted[/]" : "[yellow]review[/]",
        Markup.Escape($"{record.SourceUrl} ({record.Reader.Split('/')[0]}, {record.Layout})"),
    ];
}
