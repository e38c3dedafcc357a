using Pipeline.Contracts.Reasons;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Core;

namespace Pipeline.PdfPig.Painting;

/// <summary>What the state of a page does to a glyph beyond its colour and place: masks, blending, thick outlines of another colour, mirrors, squeezing.</summary>
internal static class GlyphEffects
{
    /// <summary>Of its height: narrower glyphs are condensed beyond what anybody sets.</summary>
    private const double Narrowest = 0.4;

    /// <summary>Points: an outline of another colour that is thicker eats the glyph.</summary>
    private const double ThickestOutline = 0.5;

    /// <param name="whole">From the glyph's space to the page's.</param>
    /// <returns>A code of <see cref="AppearanceReasons"/>; null where there is none.</returns>
    public static string? Of(CurrentGraphicsState state, TransformationMatrix whole)
    {
        var (across, up) = (Math.Sqrt((whole.A * whole.A) + (whole.B * whole.B)), Math.Sqrt((whole.C * whole.C) + (whole.D * whole.D)));
        var isMirrored = (whole.A * whole.D) - (whole.B * whole.C) < 0 || (whole.A < 0 && whole.D < 0);
        var isSqueezed = across < up * Narrowest || up < across * Narrowest;
        var isOutlined = state.FontState.TextRenderingMode is TextRenderingMode.FillThenStroke or TextRenderingMode.FillThenStrokeClip && state.LineWidth > ThickestOutline && !Equals(state.CurrentStrokingColor, state.CurrentNonStrokingColor);
        return isMirrored || isSqueezed ? AppearanceReasons.Moved
            : state.SoftMask is not null || state.BlendMode != BlendMode.Normal || isOutlined ? AppearanceReasons.Faint
            : null;
    }
}
