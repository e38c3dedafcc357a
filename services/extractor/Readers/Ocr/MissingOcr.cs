using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Ocr;

internal static class MissingOcr
{
    /// <summary>What to do where recognition is not installed.</summary>
    public static string Advice => $"install {string.Join(", ", OcrInstallation.Missing())}; then read the document anew: pipeline reextract URL";

    /// <param name="what">Beginning of the sentence: what the document is.</param>
    public static UnreadableDocumentException Failure(string what) =>
        new(FailureReasons.NeedsOcr, $"{what} and has to be recognised. Install {string.Join(", ", OcrInstallation.Missing())}; then run: pipeline failures replay");
}
