using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>Turns a tool's failure into a typed one.</summary>
internal static class PopplerComplaint
{
    /// <summary>Exit code of a shell that did not find the program.</summary>
    private const int NotFound = 127;

    public static Exception Failure(string tool, int exitCode, string errors)
    {
        if (exitCode == NotFound)
            return new InvalidOperationException($"{tool} is not installed: install the package poppler-utils.");
        if (exitCode > 128 || errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase))
            return new UnreadableDocumentException(FailureReasons.TooLarge, $"{tool} exceeded its bound of memory or output on this PDF. Open it in a viewer: it may be damaged.");
        var first = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.Trim() ?? $"exit code {exitCode}";
        return new UnreadableDocumentException(FailureReasons.Malformed, $"The PDF is damaged and cannot be opened ({first}). Fetch it again or ask its publisher for a whole copy.");
    }
}
