using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Tokens;
using Pipeline.Text;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// Gives amounts in the form's unit where the page prints another: in the cell itself, in the label of its column or row (本年收费金额（元）), or in
/// the head of a table whose cells are all amounts (单位：元). What was printed stays as it was printed.
/// </summary>
internal static partial class PrintedUnits
{
    // The unit stands in the head of the grid or in one of the lines right above it.
    private const int LinesAbove = 3;

    private static readonly ImmutableDictionary<string, decimal> Yuan = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
        new Dictionary<string, decimal> { ["元"] = 1, ["千元"] = 1_000, ["万元"] = 10_000, ["百万元"] = 1_000_000, ["亿元"] = 100_000_000 });

    public static AlignedPage Converted(AlignedPage page, PageTokens tokens) => page with
    {
        Tables = [.. page.Tables.Select(table => table.Table.Editions.Any(edition => edition.Columns.Any(column => column.Domain == NumberDomain.Amount) || edition.Rows.Any(row => row.Domain == NumberDomain.Amount))
            ? table with { Cells = table.Cells.With((cell, found) => Converted(cell, found, table.Table, tokens)) }
            : table)],
    };

    private static AlignedCell Converted(FamilyCell cell, AlignedCell found, FamilyTable table, PageTokens tokens)
    {
        var number = found.Candidate.Number;
        if (number.Value is not { } value || cell.Declared.Domain != NumberDomain.Amount || cell.Declared.Unit is not { } unit || !Yuan.TryGetValue(unit, out var own))
            return found;
        // 万 and 亿 alone are multiplied out already.
        var printed = number.Unit is "万" or "亿" ? "元" : number.Unit ?? UnitOfLabel(tokens, cell, found.Candidate.Spot, table) ?? (IsAllAmounts(table) ? UnitAbove(tokens, found.Candidate.Spot.Block) : null);
        return printed is not null && Yuan.TryGetValue(printed, out var other) && other != own
            ? found with { Candidate = found.Candidate with { Number = number with { Value = value * other / own } } }
            : found;
    }

    // The last label of the column or the row before the number.
    private static string? UnitOfLabel(PageTokens tokens, FamilyCell cell, TokenSpot spot, FamilyTable table) => tokens.Tokens
        .TakeWhile(token => token.Spot != spot)
        .Where(token => token.As(table, Axis.Column)?.Label.Key == cell.Declared.Column.Id || token.As(table, Axis.Row)?.Label.Key == cell.Declared.Row.Id)
        .Select(token => OfLabel().Match(PlainText.Dense(token.Text))).LastOrDefault(match => match.Success)?.Groups[1].Value;

    private static bool IsAllAmounts(FamilyTable table) => table.Editions.All(edition => edition.Columns.All(column => column.Domain == NumberDomain.Amount));

    private static string? UnitAbove(PageTokens tokens, int block)
    {
        var index = block - tokens.FirstBlock;
        var inside = tokens.Blocks[index] is GridBlock grid ? grid.Cells.Select(cell => cell.Text) : [];
        return inside.Concat(tokens.Blocks.Take(index).Reverse().OfType<TextBlock>().Take(LinesAbove).Select(line => line.Text))
            .Select(text => Head().Match(PlainText.Dense(text))).FirstOrDefault(match => match.Success)?.Groups[1].Value;
    }

    [GeneratedRegex(@"[(（](?:单位|计量单位|人民币)?[:：]?(?:人民币)?(元|千元|万元|百万元|亿元)[)）]?", RegexOptions.CultureInvariant)]
    private static partial Regex OfLabel();

    [GeneratedRegex(@"单位[:：]?(?:人民币)?(元|千元|万元|百万元|亿元)", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
