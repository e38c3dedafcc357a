using System.Collections.Immutable;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;
using Pipeline.Text;

namespace Pipeline.Extractor.Sections;

/// <summary>The prose of a report cut at its section headings.</summary>
/// <param name="Text">
/// Text of each section found, Simplified and without glosses, paragraphs on lines of their own, keyed by section id. Sorted, because the order
/// of a hashed dictionary differs from process to process, and the same document is to give the same bytes.
/// </param>
/// <param name="Headings">Index among the blocks of each heading found, keyed likewise.</param>
internal sealed record ReportSections(ImmutableSortedDictionary<string, string> Text, ImmutableDictionary<string, int> Headings)
{
    /// <param name="end">Index of the first block behind the report's text: signature and site furniture are no section.</param>
    public static ReportSections Of(ImmutableArray<Block> blocks, int end, FormFamily family)
    {
        var texts = new Dictionary<string, List<string>>();
        var headings = Heaviest(blocks, end, family);
        string? current = null;
        var isPastTable = false;
        for (var i = 0; i < end; i++)
        {
            if (blocks[i] is not TextBlock { IsBoilerplate: false } text)
            {
                isPastTable |= blocks[i] is GridBlock;
                continue;
            }

            if (headings.TryGetValue(i, out var heading))
            {
                (current, isPastTable) = (heading.Section, false);
                texts[current] = heading.Joined is { } joined ? [joined] : [];
            }
            else if (isPastTable && family.Tables.Any(table => table.Section == current) && SectionHeadings.IsNumbered(text.Text) && IsProse(text, family.Lexicon))
            {
                // What stands under a heading of the page's own is not the text around the table before it.
                current = null;
            }
            else if (!IsProse(text, family.Lexicon))
            {
                isPastTable = true;
            }
            else if (current is not null)
            {
                texts[current].Add(PlainText.Of(text.Text));
            }
        }

        return new ReportSections(texts.ToImmutableSortedDictionary(pair => pair.Key, pair => string.Join('\n', pair.Value.Where(line => line.Length > 0)), StringComparer.Ordinal), headings.ToImmutableDictionary(pair => pair.Value.Section, pair => pair.Key));
    }

    /// <summary>Index among the blocks of the first heading of each section.</summary>
    public static ImmutableDictionary<string, int> HeadingsOf(ImmutableArray<Block> blocks, FormFamily family) => Heaviest(blocks, blocks.Length, family).ToImmutableDictionary(pair => pair.Value.Section, pair => pair.Key);

    // By block, of each section the heading for which most speaks, the first of equals: a topic of section one may be called like a section.
    private static Dictionary<int, (string Section, string? Joined)> Heaviest(ImmutableArray<Block> blocks, int end, FormFamily family)
    {
        var best = new Dictionary<string, (double Weight, int Block, string? Joined)>();
        for (var i = 0; i < end; i++)
        {
            if (blocks[i] is not TextBlock { IsBoilerplate: false } text || HeadingIn(text.Text, family.Headings) is not { } heading)
                continue;
            if (!best.TryGetValue(heading.Section, out var other) || heading.Weight > other.Weight)
                best[heading.Section] = (heading.Weight, i, heading.Joined);
        }

        return best.ToDictionary(pair => pair.Value.Block, pair => (pair.Key, pair.Value.Joined));
    }

    private static (string Section, double Weight, string? Joined)? HeadingIn(string text, SectionHeadings headings)
    {
        if (headings.Weigh(text) is { } alone)
            return (alone.Section, alone.Weight, null);
        return headings.Leading(text) is { } leading ? (leading.Heading.Section, leading.Heading.Weight, leading.Text) : null;
    }

    // Text dumps set the cells of tables on lines of their own.
    private static bool IsProse(TextBlock text, LabelLexicon lexicon) =>
        (text.Segments.Length <= 1 || text.Origin == BlockOrigin.Page) && lexicon.Match(text.Text).IsEmpty && NumberText.Of(text.Text).Kind == NumberKind.Text;
}
