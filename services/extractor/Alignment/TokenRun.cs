using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.GridRepair;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>Consecutive numbers and blanks of the page, and the labels that stand before them since the run before.</summary>
/// <param name="Cells">Numbers and blanks in reading order.</param>
/// <param name="Labels">Labels and other texts between the previous run and this one.</param>
internal sealed record TokenRun(ImmutableArray<PageToken> Labels, ImmutableArray<PageToken> Cells)
{
    public int Block => Cells[0].Block;

    public bool HasNumber => Cells.Any(cell => cell.Kind == TokenKind.Value);

    /// <summary>The label right before the run.</summary>
    public PageToken? Nearest => Labels.IsEmpty ? null : Labels[^1];

    /// <summary>Cuts the page's tokens into runs. Blanks without a number or a row's length of them come with the labels around them and make no run.</summary>
    public static ImmutableArray<TokenRun> Of(PageTokens page)
    {
        var runs = ImmutableArray.CreateBuilder<TokenRun>();
        var labels = ImmutableArray.CreateBuilder<PageToken>();
        var cells = ImmutableArray.CreateBuilder<PageToken>();
        foreach (var token in page.Tokens)
        {
            if (token.IsCell)
            {
                if (BelongToLabels(labels, cells, token))
                    cells.Clear();
                cells.Add(token);
            }
            else
            {
                Close();
                labels.Add(token);
            }
        }

        Close();
        return runs.ToImmutable();

        void Close()
        {
            if (cells.Count == 0)
                return;
            if (IsRow(page.Family, labels, cells) && !SerialNumbers.Are(cells.Select(cell => cell.Number)))
            {
                runs.Add(new TokenRun(labels.ToImmutable(), cells.ToImmutable()));
                labels.Clear();
            }

            cells.Clear();
        }
    }

    // Blanks that close a line of labels are merged header cells when the next line begins with cells of its own.
    private static bool BelongToLabels(ImmutableArray<PageToken>.Builder labels, ImmutableArray<PageToken>.Builder cells, PageToken next) =>
        cells.Count > 0 && labels.Count > 0 && next.Line != cells[^1].Line && cells[^1].Line == labels[^1].Line && cells.All(cell => cell.Kind == TokenKind.Blank);

    // Merged header cells leave blanks behind labels too: blanks alone count only behind the label of a row that needs none to be known.
    private static bool IsRow(FormFamily family, ImmutableArray<PageToken>.Builder labels, ImmutableArray<PageToken>.Builder cells) =>
        cells.Any(cell => cell.Kind == TokenKind.Value || cell.IsNamed)
        || (labels.Count > 0 && ((IsRowLabel(labels[^1]) && (cells.Count >= family.RowWidth || !IsColumnLabel(labels[^1]))) || EndsHeader(family, labels[^1], cells.Count)));

    private static bool IsRowLabel(PageToken token) => token.Labels.Any(match => match.Label is { Axis: Axis.Row, Table.Shape: not TableShape.SideBySide });

    // 总计 and 其他 end header lines too, before the blanks of a merged cell in the next.
    private static bool IsColumnLabel(PageToken token) => token.Labels.Any(match => match.Label.Axis == Axis.Column);

    // The line of numbers of rows that stand side by side begins behind the last of their headers.
    private static bool EndsHeader(FormFamily family, PageToken token, int cells) =>
        family.Tables.Any(table => table.Shape == TableShape.SideBySide && cells >= table.Width && token.As(table, Axis.Column) is not null);
}
