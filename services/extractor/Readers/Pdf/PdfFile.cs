using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf;

/// <summary>What the bytes of a file tell before any engine opens it.</summary>
internal static class PdfFile
{
    /// <summary>Readers accept a header anywhere in the first kilobyte, and an end mark in the last.</summary>
    private const int SearchedBytes = 1024;

    /// <exception cref="UnreadableDocumentException">Empty, too large, or no PDF at all.</exception>
    public static void Check(ReadOnlySpan<byte> bytes, PdfLimits limits)
    {
        if (bytes.IsEmpty)
            throw new UnreadableDocumentException(FailureReasons.Empty, "The file has 0 bytes. Fetch it again.");
        if (bytes.Length > limits.FileBytes)
            throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The PDF has {bytes.Length >> 20} MiB; at most {limits.FileBytes >> 20} are read.");
        if (bytes[..Math.Min(bytes.Length, SearchedBytes)].IndexOf("%PDF-"u8) < 0)
            throw new UnreadableDocumentException(FailureReasons.Malformed, "The file is named as a PDF but its content is something else. Open it in a viewer to see what it is.");
    }

    /// <summary>Whether the mark that ends every PDF is there.</summary>
    public static bool HasEnd(ReadOnlySpan<byte> bytes) => bytes[Math.Max(0, bytes.Length - SearchedBytes)..].IndexOf("%%EOF"u8) >= 0;

    public static IEnumerable<Issue> Issues(ReadOnlySpan<byte> bytes) => HasEnd(bytes)
        ? []
        : [new Issue(IssueReasons.PdfTruncated, IssueSeverity.Warning, "The end of the PDF is missing; what was there was read. Fetch it again.")];
}
