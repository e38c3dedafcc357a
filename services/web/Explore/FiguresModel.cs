using Pipeline.Contracts;
using Pipeline.Store.Figures;
using Pipeline.Web.Answers;
using Pipeline.Web.Api;

namespace Pipeline.Web.Explore;

/// <param name="Cell">The cell that is summed.</param>
/// <param name="Sums">Null while they are made.</param>
/// <param name="Bodies">Body by body; null where they are too many for lines.</param>
/// <param name="Address">Of this page, with the filter.</param>
public sealed record FiguresModel(RecordParameters Filter, FilterOptions Options, string Query, CellId Cell, Cached<IReadOnlyList<YearFigure>>? Sums, IReadOnlyList<BodyFigure>? Bodies, string Address);
