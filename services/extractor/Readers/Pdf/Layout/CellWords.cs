using System.Text;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>The words of a cell as one text, without the line breaks that only wrap.</summary>
internal static class CellWords
{
    /// <summary>A line of digits to which the next one could be added within this share of its cell did not wrap: the next line is another number.</summary>
    private const double FilledShare = 0.75;

    public static string Of(IReadOnlyList<PdfWord> words, PdfBox cell) => words.Count switch
    {
        // Most cells hold one word or none.
        0 => "",
        1 => words[0].Text,
        _ => Joined(words, cell),
    };

    private static string Joined(IReadOnlyList<PdfWord> words, PdfBox cell)
    {
        var text = new StringBuilder();
        TextLine? before = null;
        foreach (var line in TextLines.Of(words))
        {
            if (before is not null && NeedsSpace(before, line, cell))
                text.Append(' ');
            text.Append(line.Text);
            before = line;
        }
        return text.ToString();
    }

    private static bool NeedsSpace(TextLine before, TextLine after, PdfBox cell)
    {
        var (last, first) = (before.Text[^1], after.Text[0]);
        if (CharacterClass.IsNumeric(last) && CharacterClass.IsNumeric(first))
            return before.Box.Width + (after.Box.Width / after.Text.Length) < cell.Width * FilledShare;
        return char.IsAsciiLetter(last) && char.IsAsciiLetter(first);
    }
}
