using System.Collections.Immutable;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Alignment;

/// <summary>A table of the form as aligned: of each cell the reading that stands.</summary>
/// <param name="NamedRows">Ids of the rows whose labels stand on the page, read or not.</param>
/// <param name="NamedColumns">Ids of the columns whose labels stand on the page.</param>
/// <param name="Readings">What each strategy reads of the table, best first.</param>
public sealed record AlignedTable(FamilyTable Table, CellTable<AlignedCell> Cells, ImmutableHashSet<string> NamedRows, ImmutableHashSet<string> NamedColumns, ImmutableArray<TableReading> Readings);

/// <param name="Rule">Strategy whose candidate stands.</param>
/// <param name="Agreeing">Other strategies that read the cell at the same spot.</param>
/// <param name="Dissenting">Other strategies that read another number at another spot.</param>
/// <param name="Contested">Whether several places of the page were candidates for the cell.</param>
public sealed record AlignedCell(CandidateCell Candidate, string Rule, int Agreeing, int Dissenting, bool Contested);
