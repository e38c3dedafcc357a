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
public sealed record ReportSections(ImmutableSortedDictionary<string, string> Text, ImmutableDictionary<string, int> Headings)
{
    /// <param name="end">Index of the first block behind the report's text: signature and site furniture are no section.</param>
    public static ReportSections Of(ImmutableArray<Block> blocks, int end, FormFamily family)
    {
        var texts = new Dictionary<string, List<string>>();
        var headings = ImmutableDictionary.CreateBuilder<string, int>();
        List<string>? current = null;
        for (var i = 0; i < end; i++)
        {
            if (blocks[i] is not TextBlock { IsBoilerplate: false } text)
                continue;
            if (family.Headings.Match(text.Text) is { } section && !headings.ContainsKey(section))
            {
                headings[section] = i;
                texts[section] = current = [];
            }
            else if (family.Headings.Leading(text.Text) is { } joined && !headings.ContainsKey(joined.Section))
            {
                headings[joined.Section] = i;
                texts[joined.Section] = current = [joined.Text];
            }
            else if (IsProse(text, family.Lexicon))
            {
                current?.Add(PlainText.Of(text.Text));
            }
        }

        return new ReportSections(texts.ToImmutableSortedDictionary(pair => pair.Key, pair => string.Join('\n', pair.Value.Where(line => line.Length > 0)), StringComparer.Ordinal), headings.ToImmutable());
    }

    /// <summary>Index among the blocks of the first heading of each section.</summary>
    public static ImmutableDictionary<string, int> HeadingsOf(ImmutableArray<Block> blocks, FormFamily family) => Of(blocks, blocks.Length, family).Headings;

    // Text dumps set the cells of tables on lines of their own.
    private static bool IsProse(TextBlock text, LabelLexicon lexicon) =>
        (text.Segments.Length <= 1 || text.Origin == BlockOrigin.Page) && lexicon.Match(text.Text).IsEmpty && NumberText.Of(text.Text).Kind == NumberKind.Text;
}
