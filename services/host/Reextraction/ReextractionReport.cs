using System.Globalization;
using Pipeline.Contracts.Reports;
using Pipeline.Host.CommandLine;
using Pipeline.Store.Documents;
using Pipeline.Store.Records;
using Spectre.Console;

namespace Pipeline.Host.Reextraction;

/// <summary>Shows what a second reading changed, fact by fact and cell by cell.</summary>
internal static class ReextractionReport
{
    public static async Task Print(
        string url, IReadOnlyList<StoredRecord> before, IReadOnlyList<StoredRecord> after, DocumentLookup lookup, Terminal terminal, CancellationToken cancellation)
    {
        var state = await lookup.State(url, cancellation);
        var old = before.ToDictionary(record => record.Current.RecordId);
        var now = after.ToDictionary(record => record.Current.RecordId);
        var changed = false;
        foreach (var id in now.Keys.Union(old.Keys))
            changed |= PrintDifference(old.GetValueOrDefault(id), now.GetValueOrDefault(id), terminal);
        if (!changed)
            await terminal.Out.WriteLineAsync(after.Count > 0
                ? string.Create(CultureInfo.InvariantCulture, $"Nothing changed: {after.Count} record, {after.Sum(record => record.Current.Report.Cells.Count)} cells as before.")
                : $"No record, as before: {state?.ResultDetail ?? state?.ResultReason}");
    }

    private static bool PrintDifference(StoredRecord? before, StoredRecord? after, Terminal terminal)
    {
        var difference = RecordDifference.Between(before?.Current.Report, after?.Current.Report);
        if (difference.IsEmpty)
            return false;
        var report = (after ?? before)!.Current.Report;
        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape($"{report.Authority} {report.Year}")).AddColumns("what", "before", "now");
        foreach (var fact in difference.Facts)
            table.AddRow(Markup.Escape(fact.Name), Text(fact.Before), Text(fact.After));
        foreach (var cell in difference.Cells)
            table.AddRow(Markup.Escape(cell.Cell.ToString()), Text(cell.Before), Text(cell.After));
        terminal.Result.Write(table);
        return true;
    }

    private static string Text(string? text) => text is null ? "[dim]none[/]" : Markup.Escape(text);

    private static string Text(CellReading? cell) => cell is null
        ? "[dim]none[/]"
        : Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{cell.Value?.ToString(CultureInfo.InvariantCulture) ?? "blank"} (printed \"{cell.Raw}\", confidence {cell.Confidence:0.000})"));
}
