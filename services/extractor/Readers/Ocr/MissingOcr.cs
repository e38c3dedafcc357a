using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Ocr;

internal static class MissingOcr
{
    /// <summary>What to do where recognition is not installed.</summary>
    public static string Advice => $"install {string.Join(", ", OcrInstallation.Missing())}; then read the document anew: pipeline reextract URL";

    /// <param name="complaint">What the program said when it ended; null when it said nothing.</param>
    public static UnreadableDocumentException NotStarted(string? complaint) =>
        new(FailureReasons.NeedsOcr, $"It has to be recognised, and the program that recognises does not start on this machine: {complaint ?? "it ended without a word"}. Mend that; then run: pipeline failures replay");

    /// <param name="what">Beginning of the sentence: what the document is.</param>
    public static UnreadableDocumentException Failure(string what) =>
        new(FailureReasons.NeedsOcr, $"{what} and has to be recognised. Install {string.Join(", ", OcrInstallation.Missing())}; then run: pipeline failures replay");
}
