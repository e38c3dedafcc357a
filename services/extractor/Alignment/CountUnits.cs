using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;
using Pipeline.Extractor.Tokens;
using Pipeline.Text;

namespace Pipeline.Extractor.Alignment;

/// <summary>Counts in hundreds or thousands (单位：千件, in a table or in the lines right above it) are not understood: which of its cells the unit is meant for, a person must say.</summary>
internal static partial class CountUnits
{
    private const int LinesAbove = 3;

    private const int LongestCaption = 40;

    public static AlignedPage WithoutMultiples(AlignedPage page, PageTokens tokens)
    {
        var blocks = Enumerable.Range(0, tokens.Blocks.Length).Where(i => tokens.Blocks[i] is GridBlock grid && IsInMultiples(grid, tokens.Blocks.Take(i).TakeLast(LinesAbove).OfType<TextBlock>())).Select(i => tokens.FirstBlock + i).ToHashSet();
        return blocks.Count == 0 ? page : page with
        {
            Tables = [.. page.Tables.Select(table => table with { Cells = table.Cells.With((cell, found) => blocks.Contains(found.Candidate.Spot.Block) ? Unread(cell, found) : found) })],
        };
    }

    private static bool IsInMultiples(GridBlock grid, IEnumerable<TextBlock> above) =>
        grid.Cells.Select(cell => cell.Text).Concat(above.Select(line => line.Text).Where(line => line.Length <= LongestCaption)).Any(text => text.AsSpan().ContainsAny('百', '千', '万') && Multiples().IsMatch(PlainText.Dense(text)));

    private static AlignedCell Unread(FamilyCell cell, AlignedCell found) => cell.Declared.Domain == NumberDomain.Count && found.Candidate.Number.IsNumber
        ? found with { Candidate = found.Candidate with { Number = new NumberText(NumberKind.Text, null, false) } } : found;

    [GeneratedRegex(@"(?:单位[:：]?|[(（])[十百千万]{1,2}[件个条项次宗份][)）]?", RegexOptions.CultureInvariant)]
    private static partial Regex Multiples();
}
