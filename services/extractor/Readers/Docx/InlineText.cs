using DocumentFormat.OpenXml;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>
/// The text of a paragraph as printed: insertions are read, deletions and text that nobody sees are not, fields show their result and not their code.
/// Footnote marks beside numbers, text boxes and pinyin above characters are no part of it.
/// </summary>
/// <param name="Text">With soft breaks as line feeds and tabs as tabs.</param>
/// <param name="Doubts">Why the paragraph may look other than it reads, as codes of <see cref="AppearanceReasons"/>.</param>
internal sealed record InlineText(string Text, IReadOnlyList<string> Doubts)
{
    public static InlineText Of(OpenXmlElement paragraph, RunLooks looks)
    {
        var reading = new InlineReading(looks);
        reading.Append(paragraph);
        return reading.Outcome;
    }
}
