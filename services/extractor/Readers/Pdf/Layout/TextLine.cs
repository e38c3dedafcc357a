using System.Collections.Immutable;
using System.Text;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Words on one baseline, from left to right.</summary>
/// <param name="Columns">Indices of words that begin a column of figures or a label, however close the word before them is; null where gaps alone set words apart.</param>
internal sealed record TextLine(ImmutableArray<PdfWord> Words, ImmutableHashSet<int>? Columns = null)
{
    public PdfBox Box { get; } = PdfBox.Around(Words.Select(word => word.Box));

    /// <summary>Font size in points, told by the longest run of ideographs, whose width is the surest.</summary>
    public double Em { get; } = Words.MaxBy(word => word.WideCount())!.Em();

    /// <summary>Whether there are enough ideographs to trust <see cref="Em"/>: Latin letters differ in width.</summary>
    public bool IsEmSure { get; } = Words.Sum(word => word.WideCount()) >= 4;

    public string Text { get; } = Join(Words);

    /// <summary>Parts that wide gaps set apart: cells of a table without rules, a title with its date.</summary>
    public ImmutableArray<LineSegment> Segments { get; } = Split(Words, Columns ?? []);

    /// <summary>The same line with more words that begin a column.</summary>
    public TextLine With(params ReadOnlySpan<int> columns) => new(Words, (Columns ?? []).Union(columns.ToArray()));

    private static ImmutableArray<LineSegment> Split(ImmutableArray<PdfWord> words, ImmutableHashSet<int> columns)
    {
        var segments = ImmutableArray.CreateBuilder<LineSegment>();
        var start = 0;
        for (var i = 1; i <= words.Length; i++)
        {
            if (i < words.Length && !columns.Contains(i) && !WordGap.SetsApart(words[i - 1], words[i]))
                continue;
            var part = words[start..i];
            segments.Add(new LineSegment(Join(part), PdfBox.Around(part.Select(word => word.Box))));
            start = i;
        }
        return segments.ToImmutable();
    }

    private static string Join(ImmutableArray<PdfWord> words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0)
                text.Append(WordGap.Between(words[i - 1], words[i]));
            text.Append(words[i].Text);
        }
        return text.ToString();
    }
}
