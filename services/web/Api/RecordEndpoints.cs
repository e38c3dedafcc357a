using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using Pipeline.Web.Answers;
using Pipeline.Web.Review;

namespace Pipeline.Web.Api;

/// <summary><c>/records</c>: lists, whole records, their versions and cells.</summary>
internal static class RecordEndpoints
{
    private const string List = "records";

    public static void Map(IEndpointRouteBuilder api)
    {
        var records = api.MapGroup("/records").WithTags("records");
        records.MapGet("", Page).Produces<Listing<RecordSummary>>().ProducesProblem(400).WithSummary("Records of a filter, in the order of site, body and year.");
        records.MapGet("/{id:long}", One).Produces<RecordBody>().ProducesProblem(404).WithSummary("A record as it stands today, with all cells and what people decided about them.");
        records.MapGet("/{id:long}/versions", Versions).Produces<Listing<VersionBody>>().ProducesProblem(404).WithSummary("All versions of a record, oldest first, each with what it changed.");
        records.MapGet("/{id:long}/cells", Cells).Produces<Listing<CellBody>>().ProducesProblem(404).WithSummary("The cells of a record with their official labels.");
        records.MapGet("/{id:long}/cells/{cell}", Cell).Produces<CellBody>().ProducesProblem(404).WithSummary("One cell: value, raw text, source, rule, evidence and review.");
        records.MapGet("/{id:long}/cells/{cell}/citation", Cite).Produces<Citation>().ProducesProblem(404).WithSummary("The cell as one cites it: body, year, value, page, snapshot, spot, confidence and date.");
        records.MapGet("/{id:long}/cells/{cell}/reasons", Reasons).Produces<ReadingReasons>().ProducesProblem(404).WithSummary("Why the cell reads as it does: the evidence with its weights, and what other rules read.");
    }

    private static async Task<IResult> Page(RecordQuery query, [AsParameters] RecordParameters parameters, [Description("next of the page before.")] string? cursor, [Description("1 to 500; 50 when absent.")] int? limit, CancellationToken cancellation)
    {
        var filter = parameters.Filter(out var problem);
        if (problem is { } wrong)
            return Problems.BadParameter(wrong.Name, wrong.Expected);
        if (PageSize.Of(limit) is not { } size)
            return Problems.BadParameter("limit", $"a number from 1 to {PageSize.Largest}");
        if (!Cursor.TryRead(List, cursor, out var after))
            return Problems.BadCursor();
        var page = await query.Page(filter, after, size, cancellation);
        return Entity.Of(new Listing<RecordSummary>(page.Items, Cursor.Of(List, page.Next)));
    }

    private static async Task<IResult> One(long id, RecordQuery query, CellReviews reviews, CancellationToken cancellation) =>
        await Find(query, id, cancellation) is { } record ? Entity.Of(RecordBody.Of(record, await reviews.Of(id, cancellation))) : Unknown(id);

    private static async Task<IResult> Versions(long id, RecordQuery query, CancellationToken cancellation)
    {
        var versions = await query.History(id, cancellation);
        return versions.Count == 0 ? Unknown(id) : Entity.Of(new Listing<VersionBody>(VersionBody.Of(versions), null));
    }

    private static async Task<IResult> Cells(long id, RecordQuery query, CellReviews reviews, CancellationToken cancellation)
    {
        if (await Find(query, id, cancellation) is not { } record)
            return Unknown(id);
        var decided = (await reviews.Of(id, cancellation)).ToDictionary(review => review.Cell);
        var form = FormCatalog.Current.Form(record.Current.Report.Form);
        return Entity.Of(new Listing<CellBody>(
            [.. form.Cells.Zip(record.Current.Report.Cells, (cell, reading) => new CellBody(FormCellBody.Of(cell), reading, decided.GetValueOrDefault(cell.Id), record.Current.Snapshot))], null));
    }

    private static async Task<IResult> Cell(long id, string cell, RecordQuery query, CellReviews reviews, CancellationToken cancellation)
    {
        if (await Find(query, id, cancellation) is not { } record)
            return Unknown(id);
        var form = FormCatalog.Current.Form(record.Current.Report.Form).Cells.FirstOrDefault(known => known.Id.ToString() == cell);
        if (form is null)
            return Problems.NotFound($"The form of {record.Current.Report.Form} has no cell '{cell}': /api/v1/records/{id}/cells lists them.");
        var review = (await reviews.Of(id, cancellation)).FirstOrDefault(decided => decided.Cell == form.Id);
        return Entity.Of(new CellBody(FormCellBody.Of(form), record.Current.Report.Cells.First(reading => reading.Cell == form.Id), review, record.Current.Snapshot));
    }

    private static async Task<IResult> Cite(long id, string cell, Citations citations, CancellationToken cancellation) =>
        await citations.Of(id, cell, cancellation) is { } citation ? Entity.Of(citation) : Problems.NotFound($"There is no record {id} with a cell '{cell}': /api/v1/records/{id}/cells lists them.");

    private static async Task<IResult> Reasons(long id, string cell, CellReasons reasons, CancellationToken cancellation) =>
        await reasons.Of(id, cell, cancellation) is { } model ? Entity.Of(model.Reasons) : Problems.NotFound($"There is no record {id} with a cell '{cell}': /api/v1/records/{id}/cells lists them.");

    private static async Task<StoredRecord?> Find(RecordQuery query, long id, CancellationToken cancellation) =>
        (await query.Find(new RecordFilter { Id = id, Everything = true }, 1, cancellation)).SingleOrDefault();

    private static ProblemHttpResult Unknown(long id) => Problems.NotFound($"There is no record {id}.");
}
