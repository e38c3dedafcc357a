using System.Collections.Immutable;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>Follows a table whose rows have columns of their own through the runs of a page: the latest headers name the numbers behind a row label.</summary>
internal sealed class RaggedRows(FamilyTable table) : IRowFollower
{
    private ImmutableArray<LabelMatch> _headers = [];
    private LabelMatch? _row;

    public ExpectedRow? Next(TokenRun run)
    {
        ImmutableArray<LabelMatch> headers = [.. run.Labels.Select(token => token.As(table, Axis.Column)).OfType<LabelMatch>()];
        if (run.Labels.Select(token => token.As(table, Axis.Row)).LastOrDefault(match => match is not null) is { } named)
            _row = named;
        if (SingleCell(run) is { } single)
            return single;
        if (headers.Length > 0)
            _headers = headers;
        if (run.Nearest?.As(table, Axis.Row) is not { } row || _headers.IsEmpty)
            return null;
        var columns = _headers.Where(header => table.Has(row.Label.Key, header.Label.Key)).ToImmutableArray();
        if (columns.IsEmpty)
            return null;
        // A header broken over lines names its column more than once: 本年收费金额, （单位：万元）.
        if (columns.Length > run.Cells.Length)
            columns = [.. columns.DistinctBy(header => header.Label.Key)];
        return new ExpectedRow([.. columns.Select(header => table.Cell(row.Label.Key, header.Label.Key)!)], Math.Min(row.Similarity, columns.Min(header => header.Similarity)));
    }

    // 行政许可 本年处理决定数量: 819, the column named right before its number.
    private ExpectedRow? SingleCell(TokenRun run) =>
        run.Cells is [{ Kind: TokenKind.Value } or { IsNamed: true }] && _row is not null && run.Nearest?.As(table, Axis.Column) is { } column && table.Cell(_row.Label.Key, column.Label.Key) is { } cell
            ? new ExpectedRow([cell], Math.Min(_row.Similarity, column.Similarity))
            : null;
}
