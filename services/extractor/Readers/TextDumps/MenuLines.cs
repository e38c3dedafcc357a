using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Model;
using Pipeline.Text;

namespace Pipeline.Extractor.Readers.TextDumps;

/// <summary>
/// Tells the menus of a dumped page: links, as Markdown and Org write them, and lists of short items of which one is a year's report, which other dumps leave of
/// links. Such titles stand there as whole as the report's own.
/// </summary>
internal static partial class MenuLines
{
    private const int FewestItems = 3;

    private const int LongestItem = 50;

    // A link has its address beside its text.
    private const int LongestLine = 1_000;

    public static IEnumerable<Block> Mark(ImmutableArray<Block> blocks)
    {
        for (var start = 0; start < blocks.Length;)
        {
            var end = start;
            while (end < blocks.Length && IsItem(blocks[end]))
                end++;
            var isMenu = end - start >= FewestItems && blocks[start..end].Any(block => Report().IsMatch(((TextBlock)block).Text));
            foreach (var block in blocks[start..end])
                yield return isMenu || IsLink(block) ? (TextBlock)block with { IsBoilerplate = true } : block;
            if (end < blocks.Length)
                yield return IsLink(blocks[end]) ? (TextBlock)blocks[end] with { IsBoilerplate = true } : blocks[end];
            start = end + 1;
        }
    }

    private static bool IsItem(Block block) => block is TextBlock { HeadingLevel: null, Segments.Length: <= 1, Text.Length: <= LongestItem * 2 } line && Item().IsMatch(line.Text) && !line.Text.Contains('|', StringComparison.Ordinal)
        && PlainText.Dense(line.Text) is { Length: <= LongestItem } item && !Prose().IsMatch(Dates().Replace(item, string.Empty));

    private static bool IsLink(Block block) => block is TextBlock { HeadingLevel: null, Text.Length: <= LongestLine } line && Link().IsMatch(line.Text);

    [GeneratedRegex(@"^[*•·‣◦○▪■□●+-]\s+\S.*?\p{Lo}{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?:[*•+-]\s+)?(?:\[[^\[\]]+\]\([^()\s]+\)\s*|\[\[[^\[\]]+\]\[[^\[\]]+\]\]\s*)+(?:[\[(（]?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])）]?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"20\d\d年?度?(?:[-/.]?\d{1,2}[-/.月]\d{1,2}日?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    [GeneratedRegex(@"20\d\d年.{0,30}(?:报告|年报)", RegexOptions.CultureInvariant)]
    private static partial Regex Report();

    // A sentence, or a figure behind a label.
    [GeneratedRegex(@"[。；，;]|\d", RegexOptions.CultureInvariant)]
    private static partial Regex Prose();
}
