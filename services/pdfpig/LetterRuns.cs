using System.Collections.Immutable;
using System.Text;
using Pipeline.Extractor.Readers.Pdf.Engines;
using UglyToad.PdfPig.Content;

namespace Pipeline.PdfPig;

/// <summary>Letters in the order of the content stream → runs without a gap, by the measures that poppler uses.</summary>
internal static class LetterRuns
{
    /// <summary>Gap, in font sizes, that ends a run.</summary>
    private const double Break = 0.1;

    /// <summary>Font sizes by which a letter set twice is moved at most; the narrowest figures are twice as wide.</summary>
    private const double Shadow = 0.15;

    /// <summary>Shares of the font size by which a letter on the line differs in size or stands off its baseline at most; one that does both is a mark at the figure before it.</summary>
    private const double SameSize = 0.2;
    private const double OnBaseline = 0.1;

    /// <summary>Part of the font size above and below the baseline: the usual ascent and descent of Chinese fonts.</summary>
    private const double Ascent = 0.9;
    private const double Descent = 0.2;

    public static ImmutableArray<PdfWord> Of(IReadOnlyList<Letter> letters, double pageHeight, UnmappedGlyphs unmapped)
    {
        var words = ImmutableArray.CreateBuilder<PdfWord>();
        var text = new StringBuilder();
        Span? run = null;
        (string Text, Span Span)? last = null;
        foreach (var letter in letters)
        {
            var value = unmapped.TextOf(letter);
            var isSpace = string.IsNullOrWhiteSpace(value);
            var span = isSpace ? null : Span.Of(letter, pageHeight);
            // Boldness may be made by setting each letter twice.
            if (last is { } before && span is not null && before.Text == value && span.Repeats(before.Span))
                continue;
            if (run is not null && (span is null || !span.Follows(run)))
            {
                words.Add(new PdfWord(text.ToString(), run.Box, run.Turn));
                text.Clear();
                run = null;
            }
            if (span is null)
                continue;
            last = (value, span);
            run = run is null ? span : run.To(span);
            text.Append(value);
        }
        if (run is not null)
            words.Add(new PdfWord(text.ToString(), run.Box, run.Turn));
        return words.ToImmutable();
    }

    /// <summary>A stretch of baseline.</summary>
    /// <param name="Start">Along the reading direction, growing with it.</param>
    /// <param name="Baseline">Across it, growing from ascent to descent.</param>
    private sealed record Span(QuarterTurn Turn, double Start, double End, double Baseline, double Size)
    {
        /// <returns>Null for letters at odd angles (stamps and watermarks), and for those without size.</returns>
        public static Span? Of(Letter letter, double pageHeight)
        {
            var (startX, startY, endX, endY) = (letter.StartBaseLine.X, pageHeight - letter.StartBaseLine.Y, letter.EndBaseLine.X, pageHeight - letter.EndBaseLine.Y);
            Span? span = letter.TextOrientation switch
            {
                TextOrientation.Horizontal => new(QuarterTurn.None, startX, endX, startY, letter.PointSize),
                TextOrientation.Rotate90 => new(QuarterTurn.Right, startY, endY, -startX, letter.PointSize),
                TextOrientation.Rotate180 => new(QuarterTurn.Half, -startX, -endX, -startY, letter.PointSize),
                TextOrientation.Rotate270 => new(QuarterTurn.Left, -startY, -endY, startX, letter.PointSize),
                _ => null,
            };
            return span is { Size: > 0 } && double.IsFinite(span.Start + span.End + span.Baseline) ? span : null;
        }

        public PdfBox Box
        {
            get
            {
                var (top, bottom) = (Baseline - Size * Ascent, Baseline + Size * Descent);
                return Turn switch
                {
                    QuarterTurn.Right => new PdfBox(-bottom, Start, -top, End),
                    QuarterTurn.Half => new PdfBox(-End, -bottom, -Start, -top),
                    QuarterTurn.Left => new PdfBox(top, -End, bottom, -Start),
                    _ => new PdfBox(Start, top, End, bottom),
                };
            }
        }

        public bool Follows(Span before) =>
            Turn == before.Turn && Math.Abs(Baseline - before.Baseline) < before.Size * 0.3 && Math.Abs(Size - before.Size) < before.Size * 0.5 && !IsMark(before)
            && Start - before.End < before.Size * Break && Start - before.End > -before.Size * 0.5;

        private bool IsMark(Span before) => Math.Abs(Size - before.Size) > before.Size * SameSize && Math.Abs(Baseline - before.Baseline) > before.Size * OnBaseline;

        /// <summary>Whether it stands at the place of another, moved by hardly a stroke.</summary>
        public bool Repeats(Span other) =>
            Turn == other.Turn && Math.Abs(Start - other.Start) < other.Size * Shadow && Math.Abs(Baseline - other.Baseline) < other.Size * Shadow && Math.Abs(Size - other.Size) < other.Size * Shadow;

        public Span To(Span last) => this with { End = Math.Max(End, last.End) };
    }
}
