using System.CommandLine;
using Pipeline.Browsing;
using Pipeline.Extractor.Readers;
using Pipeline.Host.CommandLine;
using Spectre.Console;

namespace Pipeline.Host.Doctor;

/// <summary><c>pipeline doctor</c>: what of the tools outside the program is installed, what is missing, and what each missing piece costs.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("doctor", "Says which tools of the readers are installed and what each missing one costs; 1 where one is missing.");
        command.SetAction(_ => Report(terminal, [.. InstalledPieces.All(), Browser()]));
        return command;
    }

    private static InstalledPiece Browser()
    {
        var browser = BrowserInstallation.Find();
        return new("Chromium and its driver", browser.Missing is null ? browser.Executable : null, "Lists that only a browser can show are findings and not read, and web pages whose styles or scripts may change what is seen wait for a person: there is no second eye.", browser.Missing ?? "");
    }

    /// <returns>The exit code.</returns>
    internal static int Report(Terminal terminal, IReadOnlyList<InstalledPiece> pieces)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("piece", "here", "without it", "to get it");
        foreach (var piece in pieces)
            table.AddRow([.. new[] { piece.Name, piece.Found ?? "missing", piece.Found is null ? piece.Cost : "", piece.Found is null ? piece.Install : "" }.Select(Markup.Escape)]);
        terminal.Result.Write(table);
        var missing = pieces.Count(piece => piece.Found is null);
        if (missing == 0)
            return ExitCode.Done;
        terminal.Say($"{missing} of {pieces.Count} pieces are missing. Once one is installed, run: pipeline failures replay");
        return ExitCode.Failed;
    }
}
