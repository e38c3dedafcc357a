using System.Collections.Immutable;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>Follows table two through the runs of a page: the latest headers name the numbers behind a row label.</summary>
internal sealed class DisclosureRows
{
    private ImmutableArray<LabelMatch> _headers = [];
    private LabelMatch? _row;

    public RowPlan? Next(TokenRun run)
    {
        ImmutableArray<LabelMatch> headers = [.. run.Labels.Select(token => token.As(TableName.Disclosure, Axis.Column)).OfType<LabelMatch>()];
        if (run.Labels.Select(token => token.As(TableName.Disclosure, Axis.Row)).LastOrDefault(match => match is not null) is { } named)
            _row = named;
        if (SingleCell(run) is { } single)
            return single;
        if (headers.Length > 0)
            _headers = headers;
        if (run.Nearest?.As(TableName.Disclosure, Axis.Row) is not { } row || _headers.IsEmpty)
            return null;
        var columns = _headers.Where(header => FormCells.Has(TableName.Disclosure, row.Label.Key, header.Label.Key)).ToImmutableArray();
        if (columns.IsEmpty)
            return null;
        // A header broken over lines names its column more than once: 本年收费金额, （单位：万元）.
        if (columns.Length > run.Cells.Length)
            columns = [.. columns.DistinctBy(header => header.Label.Key)];
        return new RowPlan(TableName.Disclosure, [.. columns.Select(header => (row.Label.Key, header.Label.Key))], Math.Min(row.Similarity, columns.Min(header => header.Similarity)));
    }

    // 行政许可 本年处理决定数量: 819, the column named right before its number.
    private RowPlan? SingleCell(TokenRun run) =>
        run.Cells is [{ Kind: TokenKind.Value } or { IsNamed: true }] && _row is not null && run.Nearest?.As(TableName.Disclosure, Axis.Column) is { } column && FormCells.Has(TableName.Disclosure, _row.Label.Key, column.Label.Key)
            ? new RowPlan(TableName.Disclosure, [(_row.Label.Key, column.Label.Key)], Math.Min(_row.Similarity, column.Similarity))
            : null;
}
