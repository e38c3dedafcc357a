using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Store.Figures;
using Pipeline.Store.Records;
using Pipeline.Web.Api;
using Pipeline.Web.Layout;
using Pipeline.Web.Layout.Charts;
using Pipeline.Web.Layout.Forms;

namespace Pipeline.Web.Explore;

/// <summary>One cell of the form, summed over the records of a filter, year by year: as a page, as a table and as pictures.</summary>
internal static class FiguresPage
{
    // More lines cannot be told apart.
    private const int MostLines = 8;

    /// <summary>Cells to choose from: the newest form's, then those that only an older one has.</summary>
    public static IEnumerable<FormCell> Cells { get; } =
        [.. FormCatalog.Current.Forms.SelectMany(form => form.Cells).DistinctBy(cell => cell.Id)];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/explore/figures", Page);
        pages.MapGet("/explore/figures.csv", Table);
        pages.MapGet("/explore/figures/sums.svg", Sums);
        pages.MapGet("/explore/figures/bodies.svg", Bodies);
    }

    public static LocalizedText NameOf(CellId cell)
    {
        var known = Cells.First(one => one.Id == cell);
        return new(CellLabels.English(known), CellLabels.Official(known));
    }

    private static async Task<IResult> Page(CachedFigures figures, FigureQuery query, FilterChoices choices, [AsParameters] RecordParameters parameters, string? cell, HttpRequest request, CancellationToken cancellation)
    {
        parameters = Sure(parameters);
        if (Asked(parameters, cell) is not var (wanted, filter))
            return Unknown();
        var sums = await figures.Soon(wanted, filter, cancellation);
        var bodies = await query.PerBody(wanted, filter, MostLines, cancellation);
        return PageResults.Of<FiguresView>(new FiguresModel(parameters, await choices.For(parameters, cancellation), parameters.ToQuery(), wanted, sums, bodies, request.Path + request.QueryString));
    }

    private static async Task<IResult> Table(CachedFigures figures, [AsParameters] RecordParameters parameters, string? cell, CancellationToken cancellation)
    {
        if (Asked(Sure(parameters), cell) is not var (wanted, filter))
            return Unknown();
        // The mark tells spreadsheets that it is UTF-8.
        var text = new StringBuilder("\uFEFFcell,year,sum,median,reports_stating,reports\r\n");
        foreach (var year in await figures.PerYear(wanted, filter, cancellation))
            text.Append(CultureInfo.InvariantCulture, $"{wanted},{year.Year},{year.Sum:0.######},{year.Median:0.######},{year.Stated},{year.Reports}\r\n");
        return Results.Text(text.ToString(), "text/csv; charset=utf-8", Encoding.UTF8);
    }

    private static async Task<IResult> Sums(CachedFigures figures, [AsParameters] RecordParameters parameters, string? cell, CancellationToken cancellation) => Asked(Sure(parameters), cell) is var (wanted, filter)
        ? ChartFile.Of<SumsChart>(new() { ["Cell"] = wanted, ["Sums"] = await figures.PerYear(wanted, filter, cancellation), ["IsFile"] = true }, $"sums-{wanted}.svg")
        : Unknown();

    private static async Task<IResult> Bodies(FigureQuery query, [AsParameters] RecordParameters parameters, string? cell, CancellationToken cancellation) =>
        Asked(Sure(parameters), cell) is var (wanted, filter) && await query.PerBody(wanted, filter, MostLines, cancellation) is { } bodies
            ? ChartFile.Of<BodyLinesChart>(new() { ["Cell"] = wanted, ["Bodies"] = bodies, ["IsFile"] = true }, $"bodies-{wanted}.svg")
            : Unknown();

    // What waits for a person is left out unless it is asked for.
    private static RecordParameters Sure(RecordParameters parameters) => parameters with { Status = parameters.Status ?? "accepted" };

    /// <summary>Null when a part of it names nothing.</summary>
    private static (CellId Cell, RecordFilter Filter)? Asked(RecordParameters parameters, string? cell) =>
        parameters.Filter(out var problem) is var filter && problem is null && FigureEndpoints.CellOf(cell) is { } wanted ? (wanted, filter) : null;

    private static IResult Unknown() => PageResults.Problem(StatusCodes.Status400BadRequest, "This address names a filter or cell that does not exist.", "地址中的筛选条件或数据项不存在。");
}
