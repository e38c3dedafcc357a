using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.PdfPig.Glyphs;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.PdfPig.Painting;

/// <summary>Follows a content stream and writes down what it paints. Of clips only the boxes around them are kept, of paths rectangles and straight lines.</summary>
internal sealed class PaintStream : BaseStreamProcessor<PaintedPage>
{
    /// <summary>Part of the font size that a digit stands above its baseline.</summary>
    private const double DigitHeight = 0.7;

    /// <summary>Points that a rectangle may be off its corners.</summary>
    private const double Lean = 1;

    /// <summary>Share of its radius that a point of a circle may be off it.</summary>
    private const double OffRound = 0.15;

    /// <summary>Thicker ones are areas.</summary>
    private const double ThickestLine = 2.5;

    /// <summary>Share of the page from which on the box around a shape says nothing about what it covers.</summary>
    private const double LargestShape = 0.25;

    /// <summary>Points: longer slanted lines divide cells of a header.</summary>
    private const double LongestSlope = 30;

    /// <summary>Points across that a line has at least.</summary>
    private const double HairLine = 0.5;

    private readonly FigureLooks _looks;
    private readonly double _height;
    private readonly PdfBox _page;
    private readonly List<Painted> _items = [];
    private readonly List<List<PdfPoint>> _path = [];
    private readonly Stack<PdfBox> _clips = [];
    private readonly Stack<double> _alphas = [];
    private readonly Stack<bool?> _optional = [];
    private PdfBox _clip;
    private bool _hasCurves;
    private bool _clipsNext;

    public PaintStream(PageSource page)
        : base(page.Number, page.Resources, page.Scanner, page.Parser, page.Filters, page.CropBox, page.Unit, page.Rotation, page.Matrix, page.Options)
    {
        _looks = page.Looks;
        var bounds = page.CropBox.Bounds;
        var (width, height) = page.Rotation.SwapsAxis ? (bounds.Height, bounds.Width) : (bounds.Width, bounds.Height);
        _height = height * page.Unit.PointMultiples;
        _clip = _page = new PdfBox(0, 0, width * page.Unit.PointMultiples, _height);
    }

    public override PaintedPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return new PaintedPage([.. _items]);
    }

    public override void PushState()
    {
        base.PushState();
        _clips.Push(_clip);
        _alphas.Push(Alpha(GetCurrentState().AlphaConstantNonStroking));
    }

    public override void PopState()
    {
        base.PopState();
        _alphas.TryPop(out _);
        _clip = _clips.TryPop(out var clip) ? clip : _page;
    }

    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset, in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix, CharacterBoundingBox characterBoundingBox)
    {
        var box = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfRectangle(0, 0, characterBoundingBox.Width, DigitHeight))));
        var mode = currentState.FontState.TextRenderingMode;
        var isStroked = mode is TextRenderingMode.Stroke or TextRenderingMode.StrokeClip;
        var whole = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
        _items.Add(new PaintedGlyph(
            Box(box), unicode, pointSize, Colour(isStroked ? currentState.CurrentStrokingColor : currentState.CurrentNonStrokingColor), Alpha(isStroked ? currentState.AlphaConstantStroking : currentState.AlphaConstantNonStroking),
            mode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip || !Prints(isStroked), _optional.Any(layer => layer is not null), _clip, _looks.AreDoubtful(font, code, unicode ?? ""), font.IsVertical ? AppearanceReasons.Order : _optional.Contains(true) ? AppearanceReasons.Hidden : GlyphEffects.Of(currentState, whole)));
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => Picture(xObjectContentRecord.AppliedTransformation.Transform(new PdfRectangle(0, 0, 1, 1)));

    protected override void RenderInlineImage(InlineImage inlineImage) => Picture(inlineImage.BoundingBox);

    public override void PaintShading(NameToken shadingName) => _items.Add(new PaintedArea(_clip, null, GetCurrentState().AlphaConstantNonStroking));

    public override void BeginSubpath()
    {
        // A path begins with its first move.
    }

    public override PdfPoint? CloseSubpath()
    {
        if (_path is [.., [var first, _, ..] last])
            last.Add(first);
        return _path is [.., [.., var end]] ? end : null;
    }

    public override void MoveTo(double x, double y)
    {
        _path.Add([At(x, y)]);
        CurrentPosition = new PdfPoint(x, y);
    }

    public override void LineTo(double x, double y)
    {
        if (_path.Count == 0)
            _path.Add([]);
        _path[^1].Add(At(x, y));
        CurrentPosition = new PdfPoint(x, y);
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
        _hasCurves = true;
        LineTo(x3, y3);
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        _hasCurves = true;
        LineTo(x3, y3);
    }

    public override void Rectangle(double x, double y, double width, double height) =>
        _path.Add([At(x, y), At(x + width, y), At(x + width, y + height), At(x, y + height), At(x, y)]);

    public override void StrokePath(bool close)
    {
        Strokes();
        EndPath();
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
        Fills();
        EndPath();
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
        Fills();
        Strokes();
        EndPath();
    }

    public override void EndPath()
    {
        if (_clipsNext && _path.SelectMany(part => part).ToList() is { Count: > 0 } points)
            _clip = _clip.Intersect(Around(points));
        (_clipsNext, _hasCurves) = (false, false);
        _path.Clear();
    }

    public override void ClosePath() => CloseSubpath();

    public override void ModifyClippingIntersect(FillingRule clippingRule) => _clipsNext = true;

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
        // The box of a form; what it cuts off is rarely text, and its coordinates are the form's.
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties) => _optional.Push(name.Data == "OC" ? IsComputed(properties ?? (propertyDictionaryName is null ? null : ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName))) : null);

    // Shown by a rule over layers, which is not worked out here. Null marks are no layers.
    private static bool IsComputed(DictionaryToken? layer) => layer is not null && (layer.ContainsKey(NameToken.Create("VE")) || (layer.TryGet(NameToken.P, out var policy) && policy is not NameToken { Data: "AnyOn" }));

    public override void EndMarkedContent() => _optional.TryPop(out _);

    private void Fills()
    {
        var state = GetCurrentState();
        if (!Prints(stroking: false))
            return;
        foreach (var part in _path.Where(part => part.Count >= 3))
        {
            var box = Around(part).Intersect(_clip);
            if (box.Width < 0 || box.Height < 0)
                continue;
            if (box.Height <= ThickestLine)
                _items.Add(new PaintedLine(box));
            else if (!_hasCurves && IsRectangle(part))
                _items.Add(new PaintedArea(box, Colour(state.CurrentNonStrokingColor), state.AlphaConstantNonStroking));
            else
                Rough(box, isDisc: _path.Count == 1 && IsDisc(part));
        }
    }

    // What a frame or an ornament around the page leaves free is not known: only what is small is held for a cover.
    private void Rough(PdfBox box, bool isDisc = false)
    {
        if (box.Width * box.Height <= _page.Width * _page.Height * LargestShape)
            _items.Add(new PaintedArea(box, null, GetCurrentState().AlphaConstantNonStroking, IsRough: true, IsDisc: isDisc));
    }

    private void Strokes()
    {
        if (!Prints(stroking: true))
            return;
        var thickness = GetCurrentState().LineWidth * CurrentTransformationMatrix.A;
        foreach (var part in _path.Where(part => part.Count >= 2))
        {
            for (var i = 1; i < part.Count; i++)
            {
                var box = Around([part[i - 1], part[i]]);
                if (Math.Abs(thickness) > ThickestLine && Math.Min(box.Width, box.Height) <= ThickestLine)
                    Rough(new PdfBox(box.Left - (Math.Abs(thickness) / 2), box.Top - (Math.Abs(thickness) / 2), box.Right + (Math.Abs(thickness) / 2), box.Bottom + (Math.Abs(thickness) / 2)).Intersect(_clip));
                else if (box.Height <= ThickestLine && box.Width > box.Height)
                    _items.Add(new PaintedLine(box));
                else if (box.Width <= ThickestLine && box.Height <= LongestSlope)
                    _items.Add(new PaintedArea(box with { Right = box.Right + HairLine }, Colour(GetCurrentState().CurrentStrokingColor), GetCurrentState().AlphaConstantStroking));
                else if (box.Width > ThickestLine && box.Width <= LongestSlope && box.Height <= LongestSlope)
                    Rough(box);
            }
        }
    }

    // The ink named None leaves no mark on any device (ISO 32000-2, 8.6.6.4).
    private bool Prints(bool stroking) => GetCurrentState().ColorSpaceContext is not { } inks
        || (stroking ? inks.CurrentStrokingColorSpace : inks.CurrentNonStrokingColorSpace) is not SeparationColorSpaceDetails { Name.Data: "None" };

    private bool IsRectangle(List<PdfPoint> part)
    {
        var box = Around(part);
        return part.Count <= 5 && part.TrueForAll(point => Math.Min(point.X - box.Left, box.Right - point.X) <= Lean && Math.Min(_height - point.Y - box.Top, box.Bottom - (_height - point.Y)) <= Lean);
    }

    private bool IsDisc(List<PdfPoint> part)
    {
        var (box, radius) = (Around(part), Around(part).Width / 2);
        return _hasCurves && part.Count > 3 && Math.Abs(box.Width - box.Height) < OffRound * radius
            && part.TrueForAll(point => Math.Abs(double.Hypot(point.X - box.MiddleX, _height - point.Y - box.MiddleY) - radius) < OffRound * radius);
    }

    private void Picture(PdfRectangle place) => _items.Add(new PaintedArea(Box(place).Intersect(_clip), null, GetCurrentState().AlphaConstantNonStroking, IsPicture: true));

    // A group is painted as its whole is: what stands around counts for all within.
    private double Alpha(double own) => _alphas.TryPeek(out var around) && around < own ? around : own;

    private PdfPoint At(double x, double y) => CurrentTransformationMatrix.Transform(new PdfPoint(x, y));

    private PdfBox Box(PdfRectangle place) => Around([place.BottomLeft, place.BottomRight, place.TopLeft, place.TopRight]);

    private PdfBox Around(IReadOnlyCollection<PdfPoint> points) =>
        new(points.Min(point => point.X), _height - points.Max(point => point.Y), points.Max(point => point.X), _height - points.Min(point => point.Y));

    private static Shade? Colour(IColor? colour)
    {
        if (colour is null or PatternColor)
            return null;
        var (red, green, blue) = colour.ToRGBValues();
        return new Shade(red, green, blue);
    }
}
