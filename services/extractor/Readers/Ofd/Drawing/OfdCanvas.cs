using System.Collections.Immutable;
using System.Xml.Linq;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ofd.Drawing;

/// <summary>Gathers what the objects of one page draw: words, lines and pictures, in points. Objects are in millimetres within a boundary that moves them.</summary>
internal sealed class OfdCanvas(PdfBox area, int mostWords, OfdResources resources, CancellationToken cancellation)
{
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>Drawings that use drawings: emblems in frames are two deep; one that uses itself ends here.</summary>
    private const int DeepestComposite = 4;

    /// <summary>Objects of one page, those of drawings counted each time: a page of characters set one by one has some 3,000.</summary>
    private const int MostObjects = 200_000;

    private readonly OfdMatrix _page = OfdMatrix.Move(-area.Left, -area.Top).Then(OfdMatrix.Scale(PointsPerMillimetre));
    private readonly PdfBox _bounds = new(0, 0, area.Width * PointsPerMillimetre, area.Height * PointsPerMillimetre);
    private readonly GlyphRuns _runs = new();
    private readonly ImmutableArray<PdfRule>.Builder _rules = ImmutableArray.CreateBuilder<PdfRule>();
    private readonly ImmutableArray<OfdPicture>.Builder _pictures = ImmutableArray.CreateBuilder<OfdPicture>();
    private int _objectCount;

    /// <param name="content">Layers with objects; null draws nothing.</param>
    public void Draw(XElement? content)
    {
        if (content is not null)
            Draw(content, _page, 0);
    }

    /// <param name="appearance">Objects in a boundary of the page.</param>
    public void DrawWithin(XElement appearance) => Draw(appearance, Within(appearance, _page), 0);

    public OfdPage Page(int number)
    {
        var words = _runs.Words(_bounds);
        return words.Length > mostWords
            ? throw new UnreadableDocumentException(FailureReasons.TooLarge, $"Page {number} of the OFD has {words.Length} words; at most {mostWords} are read. It is no report, or it is damaged.")
            : new OfdPage(new PdfPage(number, _bounds.Width, _bounds.Height, words, _rules.ToImmutable()), _pictures.ToImmutable());
    }

    private void Draw(XElement container, OfdMatrix place, int depth)
    {
        foreach (var element in container.Elements())
        {
            if (++_objectCount > MostObjects)
                throw new UnreadableDocumentException(FailureReasons.TooLarge, $"A page of the OFD draws more than {MostObjects} objects. It may be built to exhaust memory; open it in a viewer.");
            if (_objectCount % 1000 == 0)
                cancellation.ThrowIfCancellationRequested();
            if (OfdXml.Flag(element, "Visible", true) && OfdXml.Number(element, "Alpha", 255) > 0)
                DrawElement(element, place, depth);
        }
    }

    private void DrawElement(XElement element, OfdMatrix place, int depth)
    {
        switch (element.Name.LocalName)
        {
            case "Layer" or "PageBlock":
                Draw(element, place, depth);
                break;
            case "TextObject":
                _runs.Add(element, Within(element, place));
                break;
            case "PathObject":
                var path = OfdPath.Of(element.Child("AbbreviatedData")?.Value, Within(element, place));
                var (isStroked, isFilled) = (OfdXml.Flag(element, "Stroke", true), OfdXml.Flag(element, "Fill", false));
                _rules.AddRange(path.SelectMany(part => PathRules.Of(part, isStroked, isFilled, _bounds)));
                break;
            case "ImageObject" when element.Attribute("ResourceID")?.Value is { } id && resources.Pictures.TryGetValue(id, out var part) && OfdXml.Box(element.Attribute("Boundary")?.Value) is { } box:
                var (from, to) = (place.Map(box.Left, box.Top), place.Map(box.Right, box.Bottom));
                _pictures.Add(new OfdPicture(part, new PdfBox(from.X, from.Y, to.X, to.Y)));
                break;
            case "CompositeObject" when depth < DeepestComposite && element.Attribute("ResourceID")?.Value is { } id && resources.Composites.TryGetValue(id, out var unit) && unit.Child("Content") is { } content:
                Draw(content, Within(element, place), depth + 1);
                break;
        }
    }

    /// <summary>Where the inside of an object comes to lie: its own map first, then the corner of its boundary.</summary>
    private static OfdMatrix Within(XElement element, OfdMatrix place)
    {
        var own = OfdMatrix.Of(element.Attribute("CTM")?.Value) ?? OfdMatrix.Identity;
        var corner = OfdXml.Box(element.Attribute("Boundary")?.Value) ?? default;
        return own.Then(OfdMatrix.Move(corner.Left, corner.Top)).Then(place);
    }
}
