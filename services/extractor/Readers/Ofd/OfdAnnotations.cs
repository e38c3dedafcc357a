using System.Collections.Immutable;
using System.Xml.Linq;

namespace Pipeline.Extractor.Readers.Ofd;

/// <summary>What was written on pages after they were made: figures typed into a form are annotations in some programs.</summary>
/// <param name="Appearances">By the page's number in the file.</param>
internal sealed record OfdAnnotations(ILookup<string, XElement> Appearances)
{
    /// <param name="path">Of the document's file.</param>
    public static OfdAnnotations Of(OfdPackage package, string path, XElement document)
    {
        var drawn = ImmutableArray.CreateBuilder<(string Page, XElement Appearance)>();
        foreach (var list in document.Children("Annotations").Select(named => OfdPackage.Resolve(named.Value.Trim(), path)))
        {
            foreach (var page in package.Xml(list)?.Children("Page") ?? [])
            {
                if (page.Attribute("PageID")?.Value is { } id && page.Child("FileLoc")?.Value.Trim() is { Length: > 0 } file)
                    drawn.AddRange((package.Xml(OfdPackage.Resolve(file, list))?.Children("Annot") ?? []).Where(IsShown).SelectMany(annotation => annotation.Children("Appearance")).Select(appearance => (id, appearance)));
            }
        }
        return new OfdAnnotations(drawn.ToLookup(one => one.Page, one => one.Appearance));
    }

    public IEnumerable<XElement> On(XElement page) => page.Attribute("ID")?.Value is { } id ? Appearances[id] : [];

    // Watermarks lie over text that is not theirs.
    private static bool IsShown(XElement annotation) => OfdXml.Flag(annotation, "Visible", true) && annotation.Attribute("Type")?.Value is not "Watermark";
}
