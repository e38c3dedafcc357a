using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Text;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A page turned so that most of its words read upright, for the layout steps; locators still name spots of the page as displayed.</summary>
internal sealed record UprightPage(
    int Number, double Width, double Height, ImmutableArray<PdfWord> Words, ImmutableArray<PdfRule> Rules, QuarterTurn Turn)
{
    /// <summary>Points that a line of prose may fill: the page's width, or a column's.</summary>
    public double TextWidth { get; init; } = Width;

    /// <summary>Whether this is one column of a page.</summary>
    public bool IsColumn => TextWidth < Width;

    public static UprightPage Of(PdfPage page)
    {
        var turn = page.Words.GroupBy(word => word.Turn).OrderByDescending(group => group.Sum(word => word.Text.Length)).FirstOrDefault()?.Key ?? QuarterTurn.None;
        var (width, height) = turn is QuarterTurn.None or QuarterTurn.Half ? (page.Width, page.Height) : (page.Height, page.Width);
        var words = page.Words.Select(word => new PdfWord(
            KangxiRadicals.Normalize(word.Text), TurnBack(word.Box, turn, page.Width, page.Height), (QuarterTurn)(((int)word.Turn - (int)turn + 4) % 4)));
        var rules = page.Rules.Select(rule => TurnBack(rule, turn, page.Width, page.Height));
        return new UprightPage(page.Number, width, height, RaisedMarks.Removed(WithoutShadows(words)), [.. rules], turn);
    }

    /// <summary>Locator of a box of this upright page on the page as displayed, rounded to hundredths of a point.</summary>
    public PdfLocator Locate(PdfBox box)
    {
        // Turning on by the rest of the circle leads back.
        var shown = TurnBack(box, (QuarterTurn)((4 - (int)Turn) % 4), Width, Height);
        return new PdfLocator(Number, Math.Round(shown.Left, 2), Math.Round(shown.Top, 2), Math.Round(shown.Right, 2), Math.Round(shown.Bottom, 2));
    }

    /// <summary>Fake bold and shadows print a word twice, slightly displaced; only the first is read.</summary>
    private static ImmutableArray<PdfWord> WithoutShadows(IEnumerable<PdfWord> words)
    {
        var kept = new Dictionary<string, List<PdfBox>>(StringComparer.Ordinal);
        return [.. words.Where(word =>
        {
            if (!kept.TryGetValue(word.Text, out var boxes))
                kept.Add(word.Text, boxes = []);
            var near = word.Box.Height / 6;
            var isShadow = boxes.Exists(box => Math.Abs(box.Left - word.Box.Left) < near && Math.Abs(box.Top - word.Box.Top) < near);
            if (!isShadow)
                boxes.Add(word.Box);
            return !isShadow;
        })];
    }

    private static PdfBox TurnBack(PdfBox box, QuarterTurn turn, double width, double height) => turn switch
    {
        QuarterTurn.Right => new PdfBox(box.Top, width - box.Right, box.Bottom, width - box.Left),
        QuarterTurn.Half => new PdfBox(width - box.Right, height - box.Bottom, width - box.Left, height - box.Top),
        QuarterTurn.Left => new PdfBox(height - box.Bottom, box.Left, height - box.Top, box.Right),
        _ => box,
    };

    private static PdfRule TurnBack(PdfRule rule, QuarterTurn turn, double width, double height)
    {
        var box = rule.IsHorizontal
            ? new PdfBox(rule.Start, rule.Position, rule.End, rule.Position)
            : new PdfBox(rule.Position, rule.Start, rule.Position, rule.End);
        var back = TurnBack(box, turn, width, height);
        return back.Width >= back.Height
            ? new PdfRule(true, back.Top, back.Left, back.Right)
            : new PdfRule(false, back.Left, back.Top, back.Bottom);
    }
}
