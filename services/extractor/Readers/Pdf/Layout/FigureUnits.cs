using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A unit that ends its line or cell, a space behind its figure, is one word with it: 0 万元 is what a column of figures holds.</summary>
internal static class FigureUnits
{
    /// <summary>Font sizes between a figure and its unit.</summary>
    private const double WidestSpace = 0.5;

    public static TextLine Joined(TextLine line)
    {
        var words = line.Words.ToBuilder();
        for (var i = words.Count - 1; i > 0; i--)
        {
            if (!CharacterClass.Units.Contains(words[i].Text) || !IsBehindFigure(words[i - 1], words[i]) || (i + 1 < words.Count && !WordGap.SetsApart(words[i], words[i + 1])))
                continue;
            words[i - 1] = words[i - 1].With(words[i]);
            words.RemoveAt(i);
        }
        return words.Count == line.Words.Length ? line : new TextLine(words.ToImmutable());
    }

    private static bool IsBehindFigure(PdfWord figure, PdfWord unit) =>
        CharacterClass.IsDigit(figure.Text[^1]) && CharacterClass.IsFigure(figure.Text) && WordGap.Gap(figure, unit) < WidestSpace;
}
