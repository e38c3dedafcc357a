using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>A sheet that is shown.</summary>
/// <param name="Cells">In row-major order, those of hidden rows and columns left out; places that merged cells cover are left out too.</param>
/// <param name="HiddenRows">Rows that are not shown and may lie within a merged cell.</param>
/// <param name="HiddenColumns">Columns, likewise.</param>
internal sealed record Sheet(string Name, ImmutableArray<SheetCell> Cells, ImmutableHashSet<int> HiddenRows, ImmutableHashSet<int> HiddenColumns);
