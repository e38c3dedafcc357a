using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Observability.Health;

/// <summary>
/// What a process needs beside itself. Without it the installation is at fault, not each document: workers do not start, and one that runs is not ready.
/// </summary>
internal static class RequiredTools
{
    /// <returns>What is missing and what to do, in one line; null when nothing is.</returns>
    public static string? Problem(WorkerRole roles)
    {
        if (!roles.HasFlag(WorkerRole.Extractor))
            return null;
        try
        {
            _ = PdfEngines.PdfPig;
            return null;
        }
        catch (FileNotFoundException missing)
        {
            return missing.Message;
        }
    }
}
