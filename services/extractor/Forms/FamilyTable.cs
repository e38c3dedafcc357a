using System.Collections.Immutable;
using Pipeline.Contracts.Forms;

namespace Pipeline.Extractor.Forms;

/// <summary>A table as the editions of a family have it.</summary>
public sealed class FamilyTable
{
    // By row, then by column.
    private readonly Dictionary<string, Dictionary<string, FamilyCell>> _cells;
    private readonly HashSet<string> _addends;
    private readonly bool[] _has;

    internal FamilyTable(int index, ImmutableArray<FormTable> editions, ImmutableArray<FamilyCell> cells, ImmutableArray<OfficialForm> forms)
    {
        Index = index;
        Editions = editions;
        Columns = [.. editions.SelectMany(edition => edition.Columns).Select(column => column.Id).Distinct()];
        Rows = [.. editions.SelectMany(edition => edition.Rows).Select(row => row.Id).Distinct()];
        _has = [.. cells.Select(cell => editions.Contains(cell.Declared.Table))];
        _cells = cells.Where(Has).GroupBy(cell => cell.Declared.Row.Id)
            .ToDictionary(row => row.Key, row => row.ToDictionary(cell => cell.Declared.Column.Id, StringComparer.Ordinal), StringComparer.Ordinal);
        Equations = [.. forms.Select(form => form.Equations.Where(equation => equation.Left.Concat(equation.Right).Any(cell => editions.Contains(cell.Table))).ToImmutableArray())];
        var sums = forms.SelectMany(form => form.Equations).Where(equation => equation.IsSum && editions.Contains(equation.Table)).ToList();
        _addends = [.. sums.Where(sum => sum.Axis == EquationAxis.Column).SelectMany(sum => sum.Right).Select(cell => cell.Row.Id)];
        TotalColumn = sums.Where(sum => sum.Axis == EquationAxis.Row).Select(sum => sum.Left[0].Column.Id).FirstOrDefault();
    }

    /// <summary>Place among the family's tables.</summary>
    public int Index { get; }

    /// <summary>Newest first.</summary>
    public ImmutableArray<FormTable> Editions { get; }

    public string Id => Editions[0].Id;

    public TableShape Shape => Editions[0].Shape;

    /// <summary>Id of the section that it stands in.</summary>
    public string Section => Editions[0].Section;

    /// <summary>Ids in printed order.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Ids in printed order, those that only older editions have behind the others.</summary>
    public ImmutableArray<string> Rows { get; }

    /// <summary>The column that is the sum of the others; null where there is none.</summary>
    public string? TotalColumn { get; }

    /// <summary>Of each form of the family, newest first, the equations in which cells of the table take part.</summary>
    public ImmutableArray<ImmutableArray<Equation>> Equations { get; }

    /// <summary>Whether the row is part of a total of rows and nothing more: tables may leave it out.</summary>
    public bool IsAddend(string row) => _addends.Contains(row);

    /// <summary>Numbers in the one line of a table whose rows stand side by side.</summary>
    public int Width => Rows.Length * Columns.Length;

    /// <summary>The cell; null where no edition has one there.</summary>
    public FamilyCell? Cell(string row, string column) => _cells.TryGetValue(row, out var columns) ? columns.GetValueOrDefault(column) : null;

    /// <summary>Whether the cell is one of this table.</summary>
    public bool Has(FamilyCell cell) => _has[cell.Index];

    public bool Has(string row, string column) => Cell(row, column) is not null;
}
