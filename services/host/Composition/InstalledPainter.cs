using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Browsing;
using Pipeline.Browsing.Painting;

namespace Pipeline.Host.Composition;

/// <summary>What paints pages for a command that runs alone; in a service it is one for the whole process. No browser starts before a page wants it.</summary>
internal static class InstalledPainter
{
    public static ChromiumPainter Create() => new(BrowserInstallation.Find(), ChromiumPainter.Limits, NullLogger<ChromiumPainter>.Instance);
}
