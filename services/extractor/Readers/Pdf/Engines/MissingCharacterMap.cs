using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>
/// A font whose codes are glyph numbers of its own and that has no ToUnicode table. Every library then passes the glyph number off as the
/// character, so that a printed 12 may be read as 23: nothing set in such a font can be trusted.
/// </summary>
internal static class MissingCharacterMap
{
    public static Issue In(string font) => new(IssueReasons.ToUnicodeMissing, IssueSeverity.Warning,
        $"The font {font} does not say which characters it draws; text and figures set in it may be read as others. Compare with the page.");
}
