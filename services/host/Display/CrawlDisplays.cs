using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Display;

/// <summary>Chooses the display: bars for a person at a terminal, lines for a log.</summary>
internal static class CrawlDisplays
{
    public static ICrawlDisplay For(Terminal terminal) =>
        terminal.IsInteractive ? new BarDisplay(terminal.Status) : new LineDisplay(terminal, TimeProvider.System);
}
