using System.CommandLine;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Settings;

/// <summary><c>pipeline settings</c>: every setting and every field of the sources file, as docs/settings.md has them.</summary>
internal static class SettingsCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("settings", "Names every setting and every field of the sources file, with what it does and its default, as Markdown.");
        command.SetAction(async _ =>
        {
            await terminal.Out.WriteAsync(SettingsReference.Markdown());
            return ExitCode.Done;
        });
        return command;
    }
}
