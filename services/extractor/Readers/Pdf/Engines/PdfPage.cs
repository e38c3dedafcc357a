using System.Collections.Immutable;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>One page as displayed: rotation applied, cut to the crop box, origin top left, points.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Words">In the order of the content stream.</param>
/// <param name="Rules">Lines that may rule a table, unjoined and in no particular order.</param>
/// <param name="UnmappedGlyphs">Visible glyphs for which the font gives no character (no ToUnicode, unknown encoding).</param>
public sealed record PdfPage(
    int Number, double Width, double Height, ImmutableArray<PdfWord> Words, ImmutableArray<PdfRule> Rules, int UnmappedGlyphs = 0)
{
    /// <summary>Places that may look otherwise than they read; empty also where the engine does not look.</summary>
    public ImmutableArray<PdfDoubt> Doubts { get; init; } = [];

    /// <summary>Whether its text lies unseen under or over a picture, such as that of a recognised scan: the picture is what a person sees.</summary>
    public bool IsLayer { get; init; }

    /// <summary>Whether it has to be held against its picture: its text is unseen, or a font may paint other characters than it names.</summary>
    internal bool IsContestable => IsLayer || HasDoubtfulFonts;

    internal bool HasDoubtfulFonts => Doubts.Any(doubt => doubt.Code == AppearanceReasons.Font);

    /// <summary>Places of pictures that may hold a table of which the text says nothing; empty also where the engine does not look.</summary>
    public ImmutableArray<PdfBox> Pictures { get; init; } = [];

    /// <summary>Whether the engine followed what the page paints.</summary>
    public bool IsFollowed { get; init; }
}
