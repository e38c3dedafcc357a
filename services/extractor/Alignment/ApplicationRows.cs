using System.Collections.Immutable;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>Follows table three through the runs of a page: each run behind a row label is a row of the applicant columns.</summary>
internal sealed class ApplicationRows
{
    /// <summary>Applicant columns in the order of the official forms.</summary>
    public static ImmutableArray<string> OfficialOrder { get; } = ["natural_person", "commercial", "research", "social", "legal_service", "other", "total"];

    private ImmutableArray<string> _columns = OfficialOrder;
    private bool _otherYear;
    private bool _inTable;

    public RowPlan? Next(TokenRun run)
    {
        Observe(run.Labels);
        if (run.Nearest?.As(FormTable.Applications, Axis.Row) is not { } label || (IsAmbiguous(label) && !_inTable))
            return null;
        _inTable = true;
        return new RowPlan(FormTable.Applications, [.. _columns.Select(column => (label.Label.Key, column))], label.Similarity, _otherYear);
    }

    // 总计 and 其他 head columns too, of this table and of others: they are rows only below a row that is none but itself.
    private static bool IsAmbiguous(LabelMatch label) => label.Label.Text.Core.Length <= 2;

    private void Observe(ImmutableArray<PageToken> labels)
    {
        if (labels.Any(token => token.As(FormTable.Applications, Axis.Group) is { Label.Key: "申请人情况" } || token.As(FormTable.Remedies, Axis.Group) is not null || token.As(FormTable.Disclosure, Axis.Row) is not null))
            _inTable = false;
        var isFirstRow = labels.Length > 0 && labels[^1].As(FormTable.Applications, Axis.Row)?.Label.Key == "new";
        if (isFirstRow)
            _otherYear = labels.Any(token => token.Kind == TokenKind.Text && OtherYear.IsNamed(token.Text));
        if (HeaderInOneLine(labels) is { } columns)
            _columns = columns;
    }

    // Only a header that stands in one line tells the order: two-line headers put 总计 before 商业企业 in reading order.
    private static ImmutableArray<string>? HeaderInOneLine(ImmutableArray<PageToken> labels) => labels
        .Select(token => (token.Line, token.As(FormTable.Applications, Axis.Column)?.Label.Key))
        .Where(header => header.Key is not null)
        .GroupBy(header => header.Line, header => header.Key!)
        .Select(line => (ImmutableArray<string>?)[.. line])
        .FirstOrDefault(line => line!.Value.Length == OfficialOrder.Length && line.Value.Distinct().Count() == OfficialOrder.Length);
}
