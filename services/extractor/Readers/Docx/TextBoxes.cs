using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>The text boxes anchored in a paragraph. A box is often stored twice, as a drawing and as VML for old programs; one of them is read.</summary>
internal static class TextBoxes
{
    public static IEnumerable<TextBoxContent> In(OpenXmlElement element)
    {
        if (element is TextBoxContent box)
            return [box];
        if (element is AlternateContent alternatives)
            return alternatives.ChildElements.Select(choice => choice.ChildElements.SelectMany(In).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
        return element is DeletedRun or MoveFromRun ? [] : element.ChildElements.SelectMany(In);
    }
}
