using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>
/// A column narrower than what it says wraps its figures too: the unit stands below its number, or the rest of the digits, where they are as wide
/// as ideographs. Both are one word again.
/// </summary>
internal static class WrappedFigures
{
    /// <summary>Font sizes from line to line within a cell.</summary>
    private const double LeastPitch = 0.8;
    private const double LargestPitch = 1.5;

    /// <summary>Font sizes within which the lines of a cell share a side or their middle, and figures of a row their height.</summary>
    private const double Aligned = 0.25;

    /// <summary>Of more words that might be the rest of a figure none is: they are what the page says.</summary>
    private const int Most = 500;

    public static ImmutableArray<PdfWord> Joined(ImmutableArray<PdfWord> words)
    {
        var rests = words.Where(word => IsRest(word.Text)).ToList();
        if (rests.Count is 0 or > Most)
            return words;
        var joined = words.ToBuilder();
        foreach (var rest in rests)
        {
            if (!joined.Contains(rest) || joined.FirstOrDefault(word => GoesOn(word, rest)) is not { } number || !(CharacterClass.Units.Contains(rest.Text) || AreOfOneRow(number, rest, words)))
                continue;
            joined[joined.IndexOf(number)] = number.With(rest);
            joined.Remove(rest);
        }
        return joined.ToImmutable();
    }

    private static bool IsRest(string text) => CharacterClass.Units.Contains(text) || AreWideDigits(text);

    private static bool AreWideDigits(string text) => text.All(character => character is >= '０' and <= '９');

    private static bool GoesOn(PdfWord number, PdfWord rest)
    {
        var (em, pitch) = (rest.Em(), rest.Box.MiddleY - number.Box.MiddleY);
        return (CharacterClass.Units.Contains(rest.Text) ? CharacterClass.IsDigit(number.Text[^1]) && CharacterClass.IsFigure(number.Text) : AreWideDigits(number.Text) && number.Text.Length >= Math.Max(2, rest.Text.Length))
            && pitch > LeastPitch * em && pitch < LargestPitch * em
            && (Math.Abs(number.Box.Left - rest.Box.Left) < Aligned * em || Math.Abs(number.Box.Right - rest.Box.Right) < Aligned * em || Math.Abs(number.Box.MiddleX - rest.Box.MiddleX) < Aligned * em);
    }

    /// <summary>Whether the other figures of the row stand beside both lines or beside the first: two rows of single lines have some beside each.</summary>
    private static bool AreOfOneRow(PdfWord number, PdfWord rest, ImmutableArray<PdfWord> words)
    {
        bool IsAny(double y) => words.Any(other => Math.Abs(other.Box.MiddleY - y) < Aligned * rest.Em() && other != number && other != rest && CharacterClass.IsFigure(other.Text));
        return IsAny((number.Box.MiddleY + rest.Box.MiddleY) / 2) || (IsAny(number.Box.MiddleY) && !IsAny(rest.Box.MiddleY));
    }
}
