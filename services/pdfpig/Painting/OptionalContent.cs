using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.PdfPig.Painting;

/// <summary>Whether a document has layers that a viewer does not show at first.</summary>
internal sealed class OptionalContent(PdfDocument document)
{
    public bool HasOff { get; } = Member(document, document.Structure.Catalog.CatalogDictionary, "OCProperties") is { } properties && Member(document, properties, "D") is { } first
        && ((first.TryGet(NameToken.Create("OFF"), out var off) && Resolve(document, off) is ArrayToken { Length: > 0 })
            || first.ContainsKey(NameToken.Create("AS"))
            || (first.TryGet(NameToken.Create("BaseState"), out var state) && Resolve(document, state) is NameToken { Data: not "ON" }));

    private static DictionaryToken? Member(PdfDocument document, DictionaryToken dictionary, string name) =>
        dictionary.TryGet(NameToken.Create(name), out var token) ? Resolve(document, token) as DictionaryToken : null;

    private static IToken? Resolve(PdfDocument document, IToken token) => token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
}
