using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Pdf.Engines;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.PdfPig;

/// <summary>Looks through the fonts of pages for those without a table of characters.</summary>
internal sealed class FontDictionaries(PdfDocument document)
{
    /// <summary>Page trees are about four deep; a broken one may be endless.</summary>
    private const int DeepestTree = 32;

    public IEnumerable<Issue> Unmapped(Page page)
    {
        if (Resources(page.Dictionary) is not { } resources || Member(resources, NameToken.Font) is not { } fonts)
            yield break;
        foreach (var font in fonts.Data.Values.Select(Resolve).OfType<DictionaryToken>().Where(IsUnmapped))
            yield return MissingCharacterMap.In(font.TryGet(NameToken.BaseFont, out NameToken name) ? name.Data : "without name");
    }

    private static bool IsUnmapped(DictionaryToken font) =>
        font.TryGet(NameToken.Subtype, out NameToken subtype) && subtype.Data == "Type0"
        && font.TryGet(NameToken.Encoding, out NameToken encoding) && encoding.Data.StartsWith("Identity", StringComparison.Ordinal)
        && !font.ContainsKey(NameToken.ToUnicode);

    /// <summary>A page may leave its resources to the nodes above it.</summary>
    private DictionaryToken? Resources(DictionaryToken node)
    {
        for (var depth = 0; depth < DeepestTree; depth++)
        {
            if (Member(node, NameToken.Resources) is { } resources)
                return resources;
            if (Member(node, NameToken.Parent) is not { } parent)
                return null;
            node = parent;
        }
        return null;
    }

    private DictionaryToken? Member(DictionaryToken dictionary, NameToken name) =>
        dictionary.TryGet(name, out var token) ? Resolve(token) as DictionaryToken : null;

    private IToken? Resolve(IToken token) => token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
}
