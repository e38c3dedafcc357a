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
/// <param name="Headings">Index among the blocks of each heading known by its words, keyed likewise.</param>
internal sealed record ReportSections(ImmutableSortedDictionary<string, string> Text, ImmutableDictionary<string, int> Headings)
{
    /// <summary>Sections known by the words of their headings from which on the number of another heading tells its section.</summary>
    private const int FewestWorded = 3;

    /// <param name="end">Index of the first block behind the report's text: signature and site furniture are no section.</param>
    public static ReportSections Of(ImmutableArray<Block> blocks, int end, FormFamily family)
    {
        var texts = new Dictionary<string, List<string>>();
        var worded = Heaviest(blocks, end, family);
        var headings = WithUnworded(worded, blocks, end, family);
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

        return new ReportSections(texts.ToImmutableSortedDictionary(pair => pair.Key, pair => string.Join('\n', pair.Value.Where(line => line.Length > 0)), StringComparer.Ordinal), worded.ToImmutableDictionary(pair => pair.Value.Section, pair => pair.Key));
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

    // Of a wording of the page's own the number tells whose heading it is: that of the next section behind one that was found. Lists in the text of a section begin with one.
    private static Dictionary<int, (string Section, string? Joined)> WithUnworded(Dictionary<int, (string Section, string? Joined)> worded, ImmutableArray<Block> blocks, int end, FormFamily family)
    {
        var (known, section, lastOrdinal) = (family.Headings, -1, -1);
        if (worded.Count < FewestWorded || worded.Count == known.Sections.Length)
            return worded;
        var headings = new Dictionary<int, (string Section, string? Joined)>(worded);
        for (var i = 0; i < end; i++)
        {
            if (headings.TryGetValue(i, out var heading))
            {
                section = lastOrdinal = known.Sections.IndexOf(heading.Section);
            }
            else if (section >= 0 && blocks[i] is TextBlock { IsBoilerplate: false } text && SectionHeadings.OrdinalOf(text.Text) is { } ordinal && IsProse(text, family.Lexicon))
            {
                var number = known.IndexOfNumber(ordinal);
                if (number == section + 1 && lastOrdinal == section && !headings.Values.Any(other => other.Section == known.Sections[number]))
                {
                    headings[i] = (known.Sections[number], null);
                    section = number;
                }

                lastOrdinal = number;
            }
        }

        return headings;
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
