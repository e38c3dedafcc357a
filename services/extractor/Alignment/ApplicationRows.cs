using System.Collections.Immutable;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>Follows table three through the runs of a page: a run behind a row label is a row; a number behind a column label one cell of it.</summary>
/// <param name="columns">Applicant columns in the order of the numbers; null when that is unknown, then only single cells are read.</param>
internal sealed class ApplicationRows(int? reportYear, ImmutableArray<string>? columns)
{
    private bool _otherYear;
    private bool _inTable;
    private LabelMatch? _row;

    public RowPlan? Next(TokenRun run)
    {
        Observe(run.Labels);
        if (SingleCell(run) is { } single)
            return single;
        if (run.Nearest?.As(TableName.Applications, Axis.Row) is not { } label || (IsAmbiguous(label) && !_inTable))
            return null;
        _inTable = true;
        return columns is not { } order ? null : new RowPlan(TableName.Applications, [.. order.Select(column => (label.Label.Key, column))], label.Similarity, _otherYear);
    }

    // 自然人:71 in a row's own line.
    private RowPlan? SingleCell(TokenRun run)
    {
        if (run.Cells is not [{ Kind: TokenKind.Value } or { IsNamed: true }] || _row is null || run.Nearest?.As(TableName.Applications, Axis.Column) is not { } column)
            return null;
        return new RowPlan(TableName.Applications, [(_row.Label.Key, column.Label.Key)], Math.Min(_row.Similarity, column.Similarity), _otherYear);
    }

    // 总计 and 其他 head columns too, of this table and of others: they are rows only below a row that is none but itself.
    private static bool IsAmbiguous(LabelMatch label) => label.Label.Text.Core.Length <= 2;

    // Its outcome 总计 could else be taken for a single cell of the last row.
    private static bool IsOfRemedies(PageToken token) =>
        token.As(TableName.Remedies, Axis.Group) is not null || token.As(TableName.Remedies, Axis.Row) is not null || token.As(TableName.Remedies, Axis.Column) is { Label.Key: not ("total" or "other") };

    private void Observe(ImmutableArray<PageToken> labels)
    {
        if (labels.Any(token => token.As(TableName.Applications, Axis.Group) is { Label.Key: "申请人情况" } || IsOfRemedies(token) || token.As(TableName.Disclosure, Axis.Row) is not null))
            (_inTable, _row) = (false, null);
        if (labels.Length > 0 && labels[^1].As(TableName.Applications, Axis.Row)?.Label.Key == "new")
            _otherYear = labels.Any(token => token.Kind == TokenKind.Text && OtherYear.IsNamed(token.Text, reportYear));
        // The row that a line of its own or several labels begin: never the last, which is the column of a single cell.
        _row = labels.SkipLast(1).Select(token => token.As(TableName.Applications, Axis.Row)).LastOrDefault(match => match is not null) ?? _row;
    }
}
