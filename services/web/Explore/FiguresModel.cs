using Pipeline.Contracts;
using Pipeline.Store.Figures;
using Pipeline.Web.Api;

namespace Pipeline.Web.Explore;

/// <param name="Cell">The cell that is summed.</param>
/// <param name="Sums">Null while they are made.</param>
/// <param name="Address">Of this page, with the filter.</param>
public sealed record FiguresModel(RecordParameters Filter, FilterOptions Options, string Query, CellId Cell, FigureSums? Sums, string Address);

/// <param name="At">When they were made.</param>
/// <param name="IsOld">Whether newer ones are being made, because that takes a while.</param>
public sealed record FigureSums(IReadOnlyList<YearFigure> Years, DateTimeOffset At, bool IsOld);
