using System.Text;
using Pipeline.Extractor.Normalising;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>The words of a cell as one text, without the line breaks that only wrap.</summary>
internal static class CellWords
{
    /// <summary>A line of digits to which the next one could be added within this share of its cell did not wrap: the next line is another number.</summary>
    private const double FilledShare = 0.7;

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
            if (before is not null)
                text.Append(Between(before, line, cell));
            text.Append(line.Text);
            before = line;
        }
        return text.ToString();
    }

    private static string Between(TextLine above, TextLine below, PdfBox cell)
    {
        var (last, first) = (above.Text[^1], below.Text[0]);
        var isWrapped = above.Box.Width + (below.Box.Width / below.Text.Length) >= cell.Width * FilledShare;
        return Numerals.Are(last, first) ? isWrapped ? "" : $"{Numerals.Break}"
            : char.IsAsciiLetter(last) && char.IsAsciiLetter(first) ? " " : "";
    }
}
