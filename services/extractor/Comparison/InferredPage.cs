using System.Collections.Immutable;
using System.Globalization;
using Pipeline.Contracts;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Comparison;

/// <summary>An aligned page on which some figures are what the form's sums leave; their text stays as it was first read.</summary>
internal static class InferredPage
{
    public static AlignedPage Of(AlignedPage page, ImmutableDictionary<CellId, decimal> inferred) => page with
    {
        Tables = [.. page.Tables.Select(table => table with
        {
            Cells = table.Cells.With((cell, found) => inferred.TryGetValue(cell.Id, out var value) ? With(found, value) : found),
        })],
    };

    /// <param name="page">As it was read.</param>
    public static IEnumerable<Issue> Issues(AlignedPage page, ImmutableDictionary<CellId, decimal> inferred) => inferred.OrderBy(cell => cell.Key.ToString(), StringComparer.Ordinal)
        .Select(cell => (Cell: cell.Key, cell.Value, Read: page.Of(cell.Key)?.Candidate)).Where(cell => cell.Read is not null)
        .Select(cell => new Issue(
            IssueReasons.OcrInferred, IssueSeverity.Warning,
            string.Create(CultureInfo.InvariantCulture, $"{cell.Cell} is read as “{cell.Read!.Raw}”; of the readings in dispute only {cell.Value} satisfies the form's sums and is taken: compare with the picture."),
            cell.Read.Spot.Source));

    private static AlignedCell With(AlignedCell cell, decimal value) =>
        cell with { Rule = RuleReasons.Inferred, Candidate = cell.Candidate with { Number = NumberText.Of(value.ToString(CultureInfo.InvariantCulture)) } };
}
