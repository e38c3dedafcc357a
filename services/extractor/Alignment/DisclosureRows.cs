using System.Collections.Immutable;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>Follows table two through the runs of a page: the latest headers name the numbers behind a row label.</summary>
internal sealed class DisclosureRows
{
    private ImmutableArray<LabelMatch> _headers = [];

    public RowPlan? Next(TokenRun run)
    {
        ImmutableArray<LabelMatch> headers = [.. run.Labels.Select(token => token.As(FormTable.Disclosure, Axis.Column)).OfType<LabelMatch>()];
        if (headers.Length > 0)
            _headers = headers;
        if (run.Nearest?.As(FormTable.Disclosure, Axis.Row) is not { } row || _headers.IsEmpty)
            return null;
        var columns = _headers.Where(header => Forms.Have(FormTable.Disclosure, row.Label.Key, header.Label.Key)).ToImmutableArray();
        if (columns.IsEmpty)
            return null;
        return new RowPlan(FormTable.Disclosure, [.. columns.Select(header => (row.Label.Key, header.Label.Key))], Math.Min(row.Similarity, columns.Min(header => header.Similarity)));
    }
}
