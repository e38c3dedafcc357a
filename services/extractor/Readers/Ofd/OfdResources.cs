using System.Collections.Immutable;
using System.Xml.Linq;

namespace Pipeline.Extractor.Readers.Ofd;

/// <summary>What pages refer to by number: pictures and drawings that are used again.</summary>
/// <param name="Pictures">Paths of parts by number.</param>
/// <param name="Composites">Drawings by number.</param>
internal sealed record OfdResources(ImmutableDictionary<string, string> Pictures, ImmutableDictionary<string, XElement> Composites)
{
    /// <summary>These and those that a page names for itself.</summary>
    public OfdResources With(OfdResources own) => own.Pictures.IsEmpty && own.Composites.IsEmpty ? this : new OfdResources(Pictures.SetItems(own.Pictures), Composites.SetItems(own.Composites));

    /// <param name="document">Path of the file that names them: the document's, or a page's.</param>
    public static OfdResources Of(OfdPackage package, string document, XElement? common)
    {
        var (pictures, composites) = (ImmutableDictionary.CreateBuilder<string, string>(), ImmutableDictionary.CreateBuilder<string, XElement>());
        foreach (var named in common?.Elements().Where(element => element.Name.LocalName is "PublicRes" or "DocumentRes" or "PageRes") ?? [])
        {
            var path = OfdPackage.Resolve(named.Value.Trim(), document);
            if (package.Xml(path) is not { } resources)
                continue;
            var folder = OfdPackage.Resolve((resources.Attribute("BaseLoc")?.Value ?? string.Empty) + "/-", path);
            foreach (var media in resources.Descendants().Where(element => element.Name.LocalName == "MultiMedia" && element.Attribute("ID") is not null))
                pictures[media.Attribute("ID")!.Value] = OfdPackage.Resolve(media.Child("MediaFile")?.Value.Trim() ?? string.Empty, folder);
            foreach (var unit in resources.Descendants().Where(element => element.Name.LocalName == "CompositeGraphicUnit" && element.Attribute("ID") is not null))
                composites[unit.Attribute("ID")!.Value] = unit;
        }
        return new OfdResources(pictures.ToImmutable(), composites.ToImmutable());
    }
}
