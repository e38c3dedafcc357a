namespace Pipeline.Extractor.Readers.Html.PseudoTables;

/// <summary>Neighbouring boxes that make a table together, as a range of their container's children.</summary>
/// <param name="Start">Boxes before it, from where the search began, are no part of a table.</param>
/// <param name="End">Index of the first child after it.</param>
/// <param name="Units">None where no table was found.</param>
/// <param name="Grid">Its aligned cells; null where nothing tells which columns belong together.</param>
internal sealed record PseudoTable(int Start, int End, IReadOnlyList<Unit> Units, Unit? Grid);
