using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// Reads a list of indicators by the order of labels and numbers alone: a label of the form, then the number of its line, or of the line below where it
/// has none. Gives up on lines that hold several numbers behind the label.
/// </summary>
internal sealed class ListLines : IReadingStrategy
{
    public string Rule => "list.lines";

    public IEnumerable<CandidateCell> Read(PageRuns page) => page.Page.Family.Tables.Where(table => table.Shape == TableShape.List)
        .SelectMany(table => ListEntry.Match(page.Page.Family, table, [.. Entries(page.Page, table)]));

    private static IEnumerable<ListEntry> Entries(PageTokens page, FamilyTable table)
    {
        PageToken? label = null;
        foreach (var line in page.Tokens.GroupBy(token => token.Line))
        {
            var tokens = line.ToImmutableArray();
            var own = tokens.LastOrDefault(token => token.As(table, Axis.Row) is not null);
            label = own ?? (tokens.Any(token => token.Kind == TokenKind.Label || token.Text.Length > LongestUnit) ? null : label);
            ImmutableArray<PageToken> cells = [.. tokens.SkipWhile(token => own is not null && token != own).Where(token => token.IsCell)];
            if (label is null || cells is not [var cell])
                continue;
            yield return new ListEntry(label.Text, cell.Text, cell.Number, cell.Spot);
            label = null;
        }
    }

    // A unit may stand on a line between label and number, as dumps of one cell a line have it.
    private const int LongestUnit = 3;
}
