using System.Collections.Immutable;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;

namespace Pipeline.PdfPig.Glyphs;

/// <summary>What a font's own program draws for a code.</summary>
internal sealed class GlyphOutlines(IPdfTokenScanner scanner, ILookupFilterProvider filters, IPageContentParser parser)
{
    /// <summary>Straight parts that a curve is made of: figures are told apart by less.</summary>
    private const int CurveParts = 6;

    /// <returns>
    /// The outline in units of the font, y growing upwards, each part closed; empty for a glyph that draws nothing, null where the file does not tell: a font
    /// that is not embedded, or one whose glyphs are pictures.
    /// </returns>
    public ImmutableArray<ImmutableArray<(double X, double Y)>>? Of(IFont font, int code)
    {
        var path = font is IType3Font drawn ? Drawn(drawn, code) : font.TryGetPath(code, out var own) ? own : null;
        return path?.Select(Points).Where(part => part.Length > 2).ToImmutableArray();
    }

    private List<PdfSubpath>? Drawn(IType3Font font, int code)
    {
        if (!font.TryGetCharProc(code, out var stream))
            return null;
        var path = new List<PdfSubpath>();
        var end = (X: 0.0, Y: 0.0);
        foreach (var operation in parser.Parse(0, new MemoryInputBytes(stream.Decode(filters, scanner)), Silent.Log))
        {
            if (!Add(operation, path, ref end))
                return null;
        }
        return path;
    }

    /// <returns>Whether the operation is one whose effect is followed.</returns>
    private static bool Add(IGraphicsStateOperation operation, List<PdfSubpath> path, ref (double X, double Y) end)
    {
        switch (operation)
        {
            case BeginNewSubpath move:
                path.Add(new PdfSubpath());
                path[^1].MoveTo(move.X, move.Y);
                end = (move.X, move.Y);
                return true;
            case AppendRectangle box:
                path.Add(new PdfSubpath());
                path[^1].Rectangle(box.LowerLeftX, box.LowerLeftY, box.Width, box.Height);
                end = (box.LowerLeftX, box.LowerLeftY);
                return true;
            case AppendStraightLineSegment or AppendDualControlPointBezierCurve or AppendStartControlPointBezierCurve or AppendEndControlPointBezierCurve when path.Count == 0:
            case ModifyCurrentTransformationMatrix or InvokeNamedXObject:
                return false;
            case AppendStraightLineSegment line:
                path[^1].LineTo(line.X, line.Y);
                end = (line.X, line.Y);
                return true;
            case AppendDualControlPointBezierCurve curve:
                path[^1].BezierCurveTo(curve.X1, curve.Y1, curve.X2, curve.Y2, curve.X3, curve.Y3);
                end = (curve.X3, curve.Y3);
                return true;
            case AppendStartControlPointBezierCurve curve:
                path[^1].BezierCurveTo(end.X, end.Y, curve.X2, curve.Y2, curve.X3, curve.Y3);
                end = (curve.X3, curve.Y3);
                return true;
            case AppendEndControlPointBezierCurve curve:
                path[^1].BezierCurveTo(curve.X1, curve.Y1, curve.X3, curve.Y3, curve.X3, curve.Y3);
                end = (curve.X3, curve.Y3);
                return true;
            default:
                // Pictures within the glyph, and text of other fonts.
                return operation.Operator is not ("BI" or "ID" or "EI" or "Tj" or "TJ" or "'" or "\"");
        }
    }

    private static ImmutableArray<(double X, double Y)> Points(PdfSubpath part)
    {
        var points = ImmutableArray.CreateBuilder<(double X, double Y)>();
        foreach (var command in part.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    points.Add((move.Location.X, move.Location.Y));
                    break;
                case PdfSubpath.Line line:
                    points.Add((line.To.X, line.To.Y));
                    break;
                case PdfSubpath.BezierCurve curve:
                    points.AddRange(curve.ToLines(CurveParts).Select(line => (line.To.X, line.To.Y)));
                    break;
                default:
                    break;
            }
        }
        return points.ToImmutable();
    }

    /// <summary>What is odd in a glyph's stream is told by what is drawn.</summary>
    private sealed class Silent : ILog
    {
        public static readonly Silent Log = new();

        public void Debug(string message)
        {
        }

        public void Debug(string message, Exception ex)
        {
        }

        public void Warn(string message)
        {
        }

        public void Error(string message)
        {
        }

        public void Error(string message, Exception ex)
        {
        }
    }
}
