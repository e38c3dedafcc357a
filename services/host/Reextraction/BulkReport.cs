using System.Globalization;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Display;
using Spectre.Console;

namespace Pipeline.Host.Reextraction;

/// <summary>Shows what a second reading of many documents changed: in how many records, in which cells, by which rules.</summary>
internal static class BulkReport
{
    /// <summary>Cells in a table that a person still reads.</summary>
    private const int MostCells = 40;

    public static async Task Print(BulkReextraction work, Terminal terminal)
    {
        var tally = work.Tally;
        await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{work.Read} documents read again. Records: {CountLines.Of(("changed", tally.Changed), ("new", tally.New), ("gone", tally.Gone)) switch { "none" => "none changed", var counts => counts }}."));
        if (tally.Facts.Count > 0)
            terminal.Result.Write(Rows(new Table().AddColumns("fact", "records"), tally.Facts, fact => [fact.Name, Text(fact.Records)]));
        if (tally.Rules.Count > 0)
            terminal.Result.Write(Rows(new Table().AddColumns("rule", "cells changed", "records"), tally.Rules, rule => [rule.Rule, Text(rule.Cells), Text(rule.Records)]));
        if (tally.Cells.Count > 0)
            terminal.Result.Write(Rows(new Table().AddColumns("cell", "records", "number found", "number lost", "another number"), tally.Cells.Take(MostCells),
                cell => [cell.Cell.ToString(), Text(cell.Records), Text(cell.Found), Text(cell.Lost), Text(cell.Records - cell.Found - cell.Lost)]));
        if (tally.Cells.Count > MostCells)
            await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"… and {tally.Cells.Count - MostCells} cells more"));
        if (work.Failed > 0)
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{work.Failed} documents could not be read; what was stored of them stands. See: pipeline failures --stage reextraction"));
    }

    private static Table Rows<T>(Table table, IEnumerable<T> items, Func<T, string[]> row)
    {
        table.Border(TableBorder.Rounded);
        foreach (var item in items)
            table.AddRow([.. row(item).Select(Markup.Escape)]);
        return table;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
