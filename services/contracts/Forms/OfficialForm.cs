using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Pipeline.Contracts.Forms;

/// <summary>An official form as it is declared in a file of <c>forms/</c>: everything that the code knows of it.</summary>
public sealed class OfficialForm
{
    private readonly FrozenDictionary<CellId, FormCell> _byId;

    internal OfficialForm(ImmutableArray<FormCell> cells)
    {
        Cells = cells;
        _byId = cells.ToFrozenDictionary(cell => cell.Id);
    }

    /// <summary>As it stands in records, such as <c>2021</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the genre that it belongs to.</summary>
    public required string Genre { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>First year that reports on it use the form.</summary>
    public required int FirstYear { get; init; }

    /// <summary>Last such year; null while it is in force.</summary>
    public required int? LastYear { get; init; }

    public required ImmutableArray<FormSection> Sections { get; init; }

    public required ImmutableArray<FormTable> Tables { get; init; }

    /// <summary>All cells in printed order; a cell's index is its place here.</summary>
    public ImmutableArray<FormCell> Cells { get; }

    /// <summary>Within one report.</summary>
    public required ImmutableArray<Equation> Equations { get; init; }

    /// <summary>Between one body's reports on two years: the left side is of the year before.</summary>
    public required ImmutableArray<Equation> YearEquations { get; init; }

    public required ImmutableArray<ProseRule> Prose { get; init; }

    public required ImmutableArray<Highlight> Highlights { get; init; }

    public required ImmutableArray<Rate> Rates { get; init; }

    /// <summary>The cell of that id; null when the form has none.</summary>
    public FormCell? Find(CellId cell) => _byId.GetValueOrDefault(cell);

    public bool Contains(CellId cell) => _byId.ContainsKey(cell);

    /// <summary>Position of the cell in <see cref="Cells"/>.</summary>
    /// <exception cref="KeyNotFoundException">The form has no such cell.</exception>
    public int OrdinalOf(CellId cell) => _byId[cell].Index;

    public bool IsInForce(int year) => year >= FirstYear && (LastYear is not { } last || year <= last);
}
