using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Html.Painting;

/// <summary>What a person makes out of a piece of painted text.</summary>
/// <param name="Text">Without what is not seen, in the order in which it is shown.</param>
/// <param name="IsDoubtful">Whether some of it is hard to see.</param>
internal sealed record SeenText(int Node, string Text, PaintedBox Box, bool IsDoubtful)
{
    /// <summary>Levels of grey: what stands out less is not noticed (near-white on white), or with effort.</summary>
    private const int LeastInk = 32;
    private const int FaintInk = 90;

    /// <summary>Pixels from the top of letters to their bottom, with the air that fonts leave around them: a dot, and what a person leans forward to read.</summary>
    private const double LeastHeight = 4;
    private const double FaintHeight = 8;

    private const char RightToLeftOverride = '\u202E';

    /// <summary>Null where nothing of it is seen, or where it is struck out.</summary>
    /// <param name="runsBackwards">Whether its element forces it to run from the right.</param>
    /// <param name="scrolls">Whether it stands in a part that a person scrolls, so that what is not painted may be brought into view.</param>
    public static SeenText? Of(PaintedText painted, bool runsBackwards, bool scrolls)
    {
        if (painted.IsStruck || painted.Box.Height < LeastHeight || painted.Box.Width <= 0)
        {
            return null;
        }

        var letters = Enumerable.Range(0, painted.Text.Length).Where(i => !char.IsWhiteSpace(painted.Text[i]) && !IsMark(painted.Text[i])).ToImmutableArray();
        var seen = scrolls ? letters : [.. letters.Where(i => painted.Ink[i] >= LeastInk)];
        if (seen.IsEmpty && !letters.IsEmpty)
        {
            return null;
        }

        var kept = seen.Length == letters.Length ? painted.Text : string.Concat(seen.Select(i => painted.Text[i]));
        var text = runsBackwards ? Boxes.BidiText.Reversed(kept) : Boxes.BidiText.AsShown(kept);
        return new(painted.Node, text, painted.Box, painted.Box.Height < FaintHeight || seen.Length < letters.Length || (!scrolls && seen.Any(i => painted.Ink[i] < FaintInk)));
    }

    private static bool IsMark(char c) => c is >= '\u202A' and <= RightToLeftOverride or '\u200B' or '\u200E' or '\u200F' or >= '\u2066' and <= '\u2069' or '\uFEFF' or '\u00AD';
}
