using System.CommandLine;
using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Host.CommandLine;
using Spectre.Console;

namespace Pipeline.Host.Forms;

/// <summary><c>pipeline forms</c>: checks what is declared and lists it.</summary>
internal static class FormsCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("forms", "Checks the declared genres and forms, those of --forms DIR included, and lists them.");
        command.SetAction(_ =>
        {
            terminal.Result.Write(Listed(FormCatalog.Current));
            return ExitCode.Done;
        });
        return command;
    }

    private static Table Listed(FormCatalog catalog)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("genre", "form", "name", "years");
        foreach (var number in new[] { "tables", "cells", "equations", "across years" })
            table.AddColumn(new TableColumn(number).RightAligned());
        foreach (var form in catalog.Forms)
            table.AddRow(
            [
                .. new[] { form.Genre, form.Id, $"{form.Name.Chinese} ({form.Name.English})", $"{form.FirstYear}–{form.LastYear}" }.Select(Markup.Escape),
                .. new[] { form.Tables.Length, form.Cells.Length, form.Equations.Length, form.YearEquations.Length }.Select(count => count.ToString(CultureInfo.InvariantCulture)),
            ]);
        return table;
    }
}
