using System.Collections.Immutable;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Alignment;

/// <summary>A table of the form as aligned: of each cell the reading that stands.</summary>
/// <param name="NamedRows">Ids of the rows whose labels stand on the page, read or not.</param>
/// <param name="NamedColumns">Ids of the columns whose labels stand on the page.</param>
/// <param name="HasForeignRow">Whether numbers stand among its rows under a name that is none of the form's.</param>
/// <param name="Readings">What each strategy reads of the table, best first.</param>
public sealed record AlignedTable(FamilyTable Table, CellTable<AlignedCell> Cells, ImmutableHashSet<string> NamedRows, ImmutableHashSet<string> NamedColumns, bool HasForeignRow, ImmutableArray<TableReading> Readings)
{
    /// <summary>Whether a strategy had to choose between two tables.</summary>
    public bool HasRival => Readings.Any(reading => reading.HasRival);

    /// <summary>Cells whose number stands beside the place that their labels give them, which is empty.</summary>
    public IEnumerable<AlignedCell> Displaced => Cells.Values.Where(cell => cell.IsDisplaced);

    /// <summary>Whether numbers are read that a label around them says to be another year's, for want of others.</summary>
    public bool IsOfOtherYear => Cells.Values.Any(cell => cell.Candidate is { OtherYear: true, Number.IsNumber: true });
}

/// <param name="Rule">Strategy whose candidate stands.</param>
/// <param name="Agreeing">Other strategies that read the cell at the same spot.</param>
/// <param name="Dissenting">Other strategies that read another number at another spot.</param>
/// <param name="Contested">Whether places of the page with different numbers were candidates for the cell.</param>
/// <param name="IsDisplaced">Whether the place that its labels give it is empty.</param>
public sealed record AlignedCell(CandidateCell Candidate, string Rule, int Agreeing, int Dissenting, bool Contested, bool IsDisplaced);
