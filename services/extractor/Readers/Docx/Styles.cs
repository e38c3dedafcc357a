using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>What paragraph styles say about headings.</summary>
internal sealed class Styles(UsedStyles used)
{
    /// <returns>1..6; null for body text.</returns>
    public int? HeadingLevel(ParagraphProperties? properties)
    {
        var outline = properties?.OutlineLevel?.Val?.Value;
        var id = properties?.ParagraphStyleId?.Val?.Value;
        for (var depth = 0; outline is null && id is not null && depth < UsedStyles.DeepestBase && used.Styles.TryGetValue(id, out var style); depth++)
        {
            if (string.Equals(style.StyleName?.Val?.Value, "Title", StringComparison.OrdinalIgnoreCase))
                return 1;
            outline = style.StyleParagraphProperties?.OutlineLevel?.Val?.Value;
            id = style.BasedOn?.Val?.Value;
        }
        return outline is >= 0 and < 6 ? outline + 1 : null;
    }
}
