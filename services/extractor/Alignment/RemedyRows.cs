using System.Collections.Immutable;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// Follows table four through the runs of a page. The form sets three groups of five outcomes side by side under one header; pages also
/// stack the groups, or give each number its own label.
/// </summary>
internal sealed class RemedyRows
{
    private static readonly ImmutableArray<string> Groups = ["reconsideration", "litigation_direct", "litigation_after"];

    private static readonly ImmutableArray<string> Outcomes = ["upheld", "corrected", "other", "pending", "total"];

    /// <summary>Numbers of the table where its groups stand side by side.</summary>
    public static int Width => Groups.Length * Outcomes.Length;

    // Surer than a similar label, less sure than the official ones.
    private const double SimilarityOfBrokenHeader = 0.95;

    private bool _inSection;
    private ImmutableArray<LabelMatch> _outcomes = [];
    private LabelMatch? _group;

    public RowPlan? Next(TokenRun run)
    {
        ImmutableArray<LabelMatch> groups = [.. run.Labels.Select(token => token.As(TableName.Remedies, Axis.Row)).OfType<LabelMatch>()];
        ImmutableArray<LabelMatch> outcomes = [.. run.Labels.Select(token => token.As(TableName.Remedies, Axis.Column)).OfType<LabelMatch>()];
        if (run.Labels.Select(token => SectionHeadings.Match(token.Text)).LastOrDefault(heading => heading is not null) is { } section)
            _inSection = section == "remedies";
        var stillInTable = outcomes.Length > 0 || (groups.Length > 0 && _outcomes.Length > 0);
        if (groups.Length > 0)
            _group = groups[^1];
        if (outcomes.Length > 0)
            _outcomes = outcomes;
        if (!stillInTable)
        {
            (_group, _outcomes) = (null, []);
            return BrokenHeader(run);
        }

        var similarity = outcomes.Concat(groups).Min(match => match.Similarity);
        if (groups.Select(match => match.Label.Key).Distinct().Count() == Groups.Length && run.Cells.Length >= Width)
            return Plan(similarity, [.. Groups.SelectMany(group => Outcomes.Select(outcome => (group, outcome)))]);
        if (BrokenHeader(run) is { } whole)
            return whole;
        if (_group is null)
            return null;
        var distinct = _outcomes.Select(match => match.Label.Key).Distinct().ToImmutableArray();
        return Plan(similarity, [.. distinct.Select(outcome => (_group.Label.Key, outcome))]);
    }

    // Fifteen numbers in section four are its one row, however its header was broken up.
    private RowPlan? BrokenHeader(TokenRun run) =>
        _inSection && run.Cells.Length == Width ? Plan(SimilarityOfBrokenHeader, [.. Groups.SelectMany(group => Outcomes.Select(outcome => (group, outcome)))]) : null;

    private static RowPlan Plan(double similarity, ImmutableArray<(string, string)> columns) => new(TableName.Remedies, columns, similarity);
}
