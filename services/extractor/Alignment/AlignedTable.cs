using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>The outcome of the contest for one table.</summary>
/// <param name="NamedRows">Keys of the rows whose labels stand on the page, read or not.</param>
/// <param name="NamedColumns">Keys of the columns whose labels stand on the page.</param>
/// <param name="Readings">What each strategy reads of the table, best first.</param>
public sealed record AlignedTable(TableName Table, ImmutableDictionary<CellId, AlignedCell> Cells, ImmutableHashSet<string> NamedRows, ImmutableHashSet<string> NamedColumns, ImmutableArray<TableReading> Readings);

/// <param name="Rule">Strategy whose claim stands.</param>
/// <param name="Agreeing">Other strategies that read the cell at the same spot.</param>
/// <param name="Dissenting">Other strategies that read another number at another spot.</param>
/// <param name="Contested">Whether several places of the page claimed the cell.</param>
public sealed record AlignedCell(Claim Claim, string Rule, int Agreeing, int Dissenting, bool Contested);
