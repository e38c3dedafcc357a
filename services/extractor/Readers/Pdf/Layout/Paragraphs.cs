using System.Collections.Immutable;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>Lines that follow each other → paragraphs: wrapped lines joined, over page breaks too. Lines with columns stay as they are.</summary>
internal static class Paragraphs
{
    /// <summary>Distance of two lines' middles in font sizes up to which they can be one paragraph; reports are set with up to double spacing.</summary>
    private const double LargestPitch = 2.6;

    /// <summary>Font sizes by which a full line may end before the margin: fitted spacing and punctuation that hangs.</summary>
    private const double RaggedEdge = 1.6;

    /// <summary>Font sizes that a centred line keeps from both margins; the first line of a paragraph keeps two from one of them alone.</summary>
    private const double SmallestInset = 1.5;

    public static IEnumerable<TextBlock> Of(ImmutableArray<FlowItem> lines, IReadOnlyDictionary<UprightPage, TextMargins> margins)
    {
        var paragraph = new List<FlowItem>();
        foreach (var line in lines)
        {
            if (paragraph.Count > 0 && !Continues(paragraph[^1], line, margins))
            {
                yield return Block(paragraph, margins);
                paragraph = [];
            }
            paragraph.Add(line);
        }
        if (paragraph.Count > 0)
            yield return Block(paragraph, margins);
    }

    private static bool Continues(FlowItem before, FlowItem after, IReadOnlyDictionary<UprightPage, TextMargins> margins)
    {
        var (one, next) = (before.Line!, after.Line!);
        if (one.Segments.Length > 1 || next.Segments.Length > 1 || before.Page.IsColumn != after.Page.IsColumn)
            return false;
        if (one.IsEmSure && next.IsEmSure && Math.Abs(one.Em - next.Em) > one.Em * 0.12)
            return false;
        if (before.Page == after.Page && next.Box.MiddleY - one.Box.MiddleY > one.Em * LargestPitch)
            return false;
        var (marginsBefore, marginsAfter) = (margins[before.Page], margins[after.Page]);
        if (Headings.IsTitle(before, marginsBefore.Em) && Headings.IsTitle(after, marginsAfter.Em))
            return before.Page == after.Page;
        if (IsCentred(one, marginsBefore))
            return false;
        return one.Box.Right + FirstUnbreakable(one, next) > marginsBefore.Right - one.Em * RaggedEdge
            && next.Box.Left < marginsAfter.Left + one.Em
            && !Headings.IsNumbered(next.Text);
    }

    /// <summary>Whether the line keeps the same distance from both margins, as a title does that is set no larger than fonts can tell.</summary>
    private static bool IsCentred(TextLine line, TextMargins margins)
    {
        var (left, right) = (line.Box.Left - margins.Left, margins.Right - line.Box.Right);
        return Math.Min(left, right) > line.Em * SmallestInset && Math.Abs(left - right) < line.Em * 0.5;
    }

    /// <summary>Width of what the line begins with and could not have been broken off: a number or Latin word, an ideograph, the punctuation after it.</summary>
    private static double FirstUnbreakable(TextLine before, TextLine line)
    {
        var narrow = line.Text.TakeWhile(character => !CharacterClass.IsWide(character) && character != ' ').Count();
        var punctuation = line.Text.Skip(narrow + 1).TakeWhile(character => "，。；：、？！）》”％".Contains(character, StringComparison.Ordinal)).Count();
        return before.Em * (narrow / 2.0 + 1 + punctuation);
    }

    private static TextBlock Block(List<FlowItem> lines, IReadOnlyDictionary<UprightPage, TextMargins> margins)
    {
        var first = lines[0];
        var page = first.Page;
        var source = page.Locate(PdfBox.Around(lines.Where(item => item.Page == page).Select(item => item.Box)));
        var heading = Headings.IsTitle(first, margins[page].Em) ? 1 : (int?)null;
        return new TextBlock(Text(lines), source, heading, lines.Count == 1 ? Segments(first) : []);
    }

    public static ImmutableArray<TextSegment> Segments(FlowItem item) => item.Line!.Segments.Length == 1
        ? []
        : [.. item.Line.Segments.Select(segment => new TextSegment(segment.Text, item.Page.Locate(segment.Box)))];

    private static string Text(List<FlowItem> lines)
    {
        var text = lines[0].Line!.Text;
        foreach (var line in lines.Skip(1).Select(item => item.Line!.Text))
            text += char.IsAsciiLetterOrDigit(text[^1]) && char.IsAsciiLetter(line[0]) ? " " + line : line;
        return text;
    }
}
