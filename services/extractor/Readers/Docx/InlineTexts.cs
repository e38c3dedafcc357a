using DocumentFormat.OpenXml;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>The texts of a document's paragraphs, each worked out once: a cell asks for its text, its lines and its doubts.</summary>
internal sealed class InlineTexts(RunLooks looks)
{
    private readonly Dictionary<OpenXmlElement, InlineText> _texts = [];

    public RunLooks Looks => looks;

    public InlineText Of(OpenXmlElement paragraph) => _texts.TryGetValue(paragraph, out var known) ? known : _texts[paragraph] = InlineText.Of(paragraph, looks);
}
