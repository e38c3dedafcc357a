using Microsoft.AspNetCore.Http;
using Pipeline.Contracts.Forms;
using Pipeline.Store.Figures;
using Pipeline.Web.Api;
using Pipeline.Web.Layout;

namespace Pipeline.Web.Explore;

/// <summary>One cell of the form, summed over the records of a filter, year by year.</summary>
internal static class FiguresPage
{
    // More lines cannot be told apart.
    private const int MostLines = 8;

    public static async Task<IResult> Answer(CachedFigures figures, FigureQuery query, FilterChoices choices, [AsParameters] RecordParameters parameters, string? cell, HttpRequest request, CancellationToken cancellation)
    {
        // What waits for a person is left out unless it is asked for.
        parameters = parameters with { Status = parameters.Status ?? "accepted" };
        var filter = parameters.Filter(out var problem);
        var wanted = FigureEndpoints.CellOf(cell);
        if (problem is not null || wanted is null)
            return PageResults.Problem(StatusCodes.Status400BadRequest, "This address names a filter or cell that does not exist.", "地址中的筛选条件或数据项不存在。");
        var sums = await figures.Soon(wanted.Value, filter, cancellation);
        var bodies = await query.PerBody(wanted.Value, filter, MostLines, cancellation);
        return PageResults.Of<FiguresView>(new FiguresModel(parameters, await choices.For(parameters, cancellation), parameters.ToQuery(), wanted.Value, sums, bodies, request.Path + request.QueryString));
    }

    /// <summary>Cells to choose from: the newest form's, then those that only an older one has.</summary>
    public static IEnumerable<FormCell> Cells { get; } =
        [.. FormCatalog.Current.Forms.SelectMany(form => form.Cells).DistinctBy(cell => cell.Id)];
}
