using Pipeline.Contracts;
using Pipeline.Store.Figures;
using Pipeline.Web.Api;

namespace Pipeline.Web.Explore;

/// <param name="Cell">The cell that is summed.</param>
public sealed record FiguresModel(RecordParameters Filter, FilterOptions Options, string Query, CellId Cell, IReadOnlyList<YearFigure> Years);
