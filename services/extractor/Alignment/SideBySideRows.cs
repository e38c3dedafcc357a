using System.Collections.Immutable;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>
/// Follows a table whose rows stand side by side, over one line of numbers, through the runs of a page; pages also stack the rows, or give each
/// number its own label.
/// </summary>
internal sealed class SideBySideRows(FormFamily family, FamilyTable table) : IRowFollower
{
    // Surer than a similar label, less sure than the official ones.
    private const double SimilarityOfBrokenHeader = 0.95;

    private bool _inSection;
    private ImmutableArray<LabelMatch> _columns = [];
    private LabelMatch? _row;

    public ExpectedRow? Next(TokenRun run)
    {
        ImmutableArray<LabelMatch> rows = [.. run.Labels.Select(token => token.As(table, Axis.Row)).OfType<LabelMatch>()];
        ImmutableArray<LabelMatch> columns = [.. run.Labels.Select(token => token.As(table, Axis.Column)).OfType<LabelMatch>()];
        if (run.Labels.Select(token => family.Headings.Match(token.Text)).LastOrDefault(heading => heading is not null) is { } section)
            _inSection = section == table.Section;
        var stillInTable = columns.Length > 0 || (rows.Length > 0 && _columns.Length > 0);
        if (rows.Length > 0)
            _row = rows[^1];
        if (columns.Length > 0)
            _columns = columns;
        if (!stillInTable)
        {
            (_row, _columns) = (null, []);
            return BrokenHeader(run);
        }

        var similarity = columns.Concat(rows).Min(match => match.Similarity);
        if (rows.Select(match => match.Label.Key).Distinct().Count() == table.Rows.Length && run.Cells.Length >= table.Width)
            return Whole(similarity);
        if (BrokenHeader(run) is { } broken)
            return broken;
        // A full header over fewer numbers: the line ends early, and what is there are its first, if they add up so; else some are lost, and nobody knows which.
        if (rows.Select(match => match.Label.Key).Distinct().Count() == table.Rows.Length && columns.Length >= table.Width)
        {
            var whole = Whole(similarity);
            return AddUp(run.Cells) ? whole with { Cells = whole.Cells[..run.Cells.Length] } : null;
        }

        // Under a header that names its columns again for each of several rows the figures are not those of the last.
        if (_row is null || (rows.DistinctBy(match => match.Label.Key).Skip(1).Any() && columns.DistinctBy(match => match.Label.Key).Count() < columns.Length))
            return null;
        return new ExpectedRow([.. _columns.Select(match => match.Label.Key).Distinct().Select(column => table.Cell(_row.Label.Key, column)).OfType<FamilyCell>()], similarity);
    }

    // As many numbers in the table's section as it has are its one line, however its header was broken up.
    private ExpectedRow? BrokenHeader(TokenRun run) => _inSection && run.Cells.Length == table.Width ? Whole(SimilarityOfBrokenHeader) : null;

    // The first rows whole, each with its sum, and at most blanks behind them.
    private bool AddUp(ImmutableArray<PageToken> cells) => table.TotalColumn is { } total && cells.Length >= table.Columns.Length
        && cells.Chunk(table.Columns.Length).All(row => row.Length == table.Columns.Length
            ? row.Sum(cell => cell.Number.Value ?? 0) == 2 * (row[table.Columns.IndexOf(total)].Number.Value ?? 0)
            : row.All(cell => cell.Number.Value is null));

    private ExpectedRow Whole(double similarity) => new([.. table.Rows.SelectMany(row => table.Columns.Select(column => table.Cell(row, column)!))], similarity);
}
