using System.Collections.Immutable;
using System.Xml.Linq;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Ofd.Drawing;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ofd;

/// <summary>Follows the files of an OFD from its root to its pages. Signatures are not checked, and attachments not opened.</summary>
internal sealed class OfdDocument(OfdPackage package, PdfLimits limits, CancellationToken cancellation)
{
    private const string Root = "OFD.xml";

    /// <summary>A4, in millimetres, for a page that does not say.</summary>
    private static readonly PdfBox UsualPage = new(0, 0, 210, 297);

    private readonly ImmutableArray<OfdPage>.Builder _pages = ImmutableArray.CreateBuilder<OfdPage>();
    private readonly ImmutableArray<Issue>.Builder _issues = ImmutableArray.CreateBuilder<Issue>();

    /// <exception cref="UnreadableDocumentException">malformed or too-large.</exception>
    public static OfdContent Read(ReadOnlyMemory<byte> bytes, PdfLimits limits, CancellationToken cancellation)
    {
        using var package = OfdPackage.Open(bytes);
        return new OfdDocument(package, limits, cancellation).Read();
    }

    private OfdContent Read()
    {
        var bodies = (package.Xml(Root) ?? throw Missing(Root)).Children("DocBody").ToList();
        foreach (var body in bodies)
        {
            if (body.Child("DocRoot")?.Value.Trim() is { Length: > 0 } path)
                ReadBody(OfdPackage.Resolve(path, Root));
        }
        if (_pages.Count == 0)
            throw new UnreadableDocumentException(FailureReasons.Malformed, "The OFD has no page that can be read. Fetch it again or ask its publisher for a whole copy.");
        var title = bodies.Select(body => body.Child("DocInfo")?.Child("Title")?.Value.Trim()).FirstOrDefault(text => text is { Length: > 0 });
        return new OfdContent(_pages.ToImmutable(), title, _issues.ToImmutable());
    }

    private void ReadBody(string path)
    {
        var document = package.Xml(path) ?? throw Missing(path);
        var common = document.Child("CommonData");
        var resources = OfdResources.Of(package, path, common);
        var templates = (common?.Children("TemplatePage") ?? []).Where(template => template.Attribute("ID") is not null && template.Attribute("BaseLoc") is not null)
            .GroupBy(template => template.Attribute("ID")!.Value).ToDictionary(group => group.Key, group => OfdPackage.Resolve(group.First().Attribute("BaseLoc")!.Value, path));
        var area = PhysicalBox(common?.Child("PageArea")) ?? UsualPage;
        var annotations = OfdAnnotations.Of(package, path, document);
        foreach (var page in document.Child("Pages")?.Children("Page") ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            if (_pages.Count >= limits.Pages)
                throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The OFD has more than {limits.Pages} pages. Split it and read the part that holds the report.");
            if (page.Attribute("BaseLoc")?.Value is { } place && OfdPackage.Resolve(place, path) is var file && package.Xml(file) is { } content)
                _pages.Add(Page(content, file, templates, annotations.On(page), resources, area));
            else
                _issues.Add(new Issue(IssueReasons.OfdPageMissing, IssueSeverity.Warning, $"Page {_pages.Count + 1} is named in the OFD but missing from it; its publisher has a whole copy."));
        }
    }

    private OfdPage Page(XElement content, string file, Dictionary<string, string> templates, IEnumerable<XElement> annotations, OfdResources resources, PdfBox usual)
    {
        var area = PhysicalBox(content.Child("Area")) ?? usual;
        var canvas = new OfdCanvas(area, limits.WordsPerPage, resources.With(OfdResources.Of(package, file, content)), cancellation);
        foreach (var use in content.Children("Template"))
        {
            // A template that names one itself is read without: they do not nest.
            if (use.Attribute("TemplateID")?.Value is { } id && templates.TryGetValue(id, out var path) && path != file && package.Xml(path) is { } template)
                canvas.Draw(template.Child("Content"));
        }
        canvas.Draw(content.Child("Content"));
        foreach (var appearance in annotations)
            canvas.DrawWithin(appearance);
        return canvas.Page(_pages.Count + 1);
    }

    private static PdfBox? PhysicalBox(XElement? area) => OfdXml.Box(area?.Child("PhysicalBox")?.Value) is { Width: > 0, Height: > 0 } box ? box : null;

    private static UnreadableDocumentException Missing(string path) =>
        new(FailureReasons.Malformed, $"The OFD lacks its part {path}. Fetch it again or ask its publisher for a whole copy.");
}
