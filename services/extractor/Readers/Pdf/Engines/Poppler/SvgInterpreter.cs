using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>
/// Follows the elements of a cairo drawing: groups with transforms and rectangular clips, paths, and surfaces that are defined once and used
/// later (transparency groups). Shapes within symbols, masks and patterns are no lines of the page.
/// </summary>
internal sealed partial class SvgInterpreter(SvgMatrix pageFit, PdfBox pageBox)
{
    private readonly Stack<Frame> _frames = new();
    private readonly Dictionary<string, PdfBox> _clips = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Surface> _surfaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visibleGlyphs = new(StringComparer.Ordinal);
    private readonly List<Surface> _pages = [];
    private readonly Surface _single = new();

    /// <summary>Shapes kept of all pages and surfaces together, so that a surface used within surfaces cannot multiply without bound.</summary>
    private int _shapesLeft = 500_000;

    public ImmutableArray<SvgPage> Pages() =>
        [.. (_pages.Count > 0 ? _pages : [_single]).Select(page => new SvgPage([.. page.Shapes.SelectMany(shape => shape.Rules(pageFit, pageBox))], page.Glyphs))];

    public void Open(XmlReader element)
    {
        var frame = _frames.TryPeek(out var parent) ? parent : new Frame(SvgMatrix.Identity, null, _single);
        frame = frame with { Matrix = frame.Matrix.After(SvgMatrix.Parse(element.GetAttribute("transform"))) };
        if (ReferencedId(element.GetAttribute("clip-path")) is { } clip && _clips.TryGetValue(clip, out var box))
            frame = frame with { Clip = frame.Clip is { } outer ? outer.Intersect(box) : box };
        frame = Enter(element, frame);
        if (!element.IsEmptyElement)
            _frames.Push(frame);
    }

    public void Close() => _frames.TryPop(out _);

    private Frame Enter(XmlReader element, Frame frame)
    {
        switch (element.LocalName)
        {
            case "page":
                _pages.Add(new Surface());
                return frame with { Target = _pages[^1] };
            case "defs" or "mask" or "pattern":
                return frame with { Target = null };
            case "symbol":
                return frame with { Target = null, SymbolId = element.GetAttribute("id") };
            case "clipPath":
                return frame with { Target = null, ClipId = element.GetAttribute("id") };
            case "g" when frame.Target is null && element.GetAttribute("id") is { } id && id.StartsWith("surface", StringComparison.Ordinal):
                return new Frame(SvgMatrix.Identity, null, _surfaces[id] = new Surface());
            case "path":
                Path(element, frame);
                return frame;
            case "use":
                Use(element, frame);
                return frame;
            default:
                return frame;
        }
    }

    private void Path(XmlReader element, Frame frame)
    {
        var data = element.GetAttribute("d");
        if (data is null)
            return;
        // A space is a symbol with an empty path.
        if (frame.SymbolId is { } symbol && data.Length > 0)
            _visibleGlyphs.Add($"#{symbol}");
        if (frame.ClipId is { } clip)
        {
            if (SvgPath.Bounds(data, frame.Matrix) is { } bounds)
                _clips[clip] = bounds;
        }
        else if (frame.Target is { } target && SvgPaint.Of(element) is { } paint && _shapesLeft-- > 0)
        {
            target.Shapes.Add(new SvgShape(data, frame.Matrix, frame.Clip, paint));
        }
    }

    private void Use(XmlReader element, Frame frame)
    {
        var reference = element.GetAttribute("href", "http://www.w3.org/1999/xlink") ?? element.GetAttribute("href");
        if (reference is null || frame.Target is not { } target)
            return;
        if (_visibleGlyphs.Contains(reference))
            target.Glyphs++;
        else if (_surfaces.TryGetValue(reference.TrimStart('#'), out var surface) && surface != target && (_shapesLeft -= surface.Shapes.Count) > 0)
            target.Add(surface, frame.Matrix, frame.Clip);
    }

    private static string? ReferencedId(string? url) => url is not null && Urls().Match(url) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^url\(#(.+)\)$")]
    private static partial Regex Urls();

    /// <param name="Target">Where shapes go; null where they are no lines of the page.</param>
    /// <param name="ClipId">The clip path whose shape the children give.</param>
    /// <param name="SymbolId">The glyph whose shape the children give.</param>
    private sealed record Frame(SvgMatrix Matrix, PdfBox? Clip, Surface? Target, string? ClipId = null, string? SymbolId = null);

    private sealed class Surface
    {
        public List<SvgShape> Shapes { get; } = [];

        public int Glyphs { get; set; }

        public void Add(Surface other, SvgMatrix matrix, PdfBox? clip)
        {
            Glyphs += other.Glyphs;
            Shapes.AddRange(other.Shapes.Select(shape => shape.Within(matrix, clip)));
        }
    }
}
