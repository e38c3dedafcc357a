using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Web.Review;

/// <summary>Lays a record on the reviewer's desk.</summary>
internal sealed class ReviewModelFactory(RecordQuery records, CellReviews reviews, ReviewQueue queue, IFormChecks checks, IRegionNames regions)
{
    /// <summary>Null when there is no such record, or its form has no such cell.</summary>
    /// <param name="cell">Null for the first doubtful cell that is still open.</param>
    public async Task<ReviewModel?> Lay(long id, string? cell, ReviewNotice? notice, CancellationToken cancellation)
    {
        if ((await records.Find(new RecordFilter { Id = id, Everything = true }, 1, cancellation)).SingleOrDefault() is not { } record)
            return null;
        var report = record.Current.Report;
        var decided = (await reviews.Of(id, cancellation)).Where(review => review.IsAbout(record.Current.Snapshot)).ToDictionary(review => review.Cell);
        var doubtful = DoubtfulCells.Of(report);
        var wanted = cell ?? doubtful.Where(open => !decided.ContainsKey(open)).Concat(doubtful).First().ToString();
        if (FormCatalog.Current.Form(report.Form).Cells.FirstOrDefault(known => known.Id.ToString() == wanted) is not { } chosen)
            return null;
        var region = report.RegionCode is { } code ? regions.NameOf(code) : null;
        return new ReviewModel(record, region, doubtful, decided, chosen, [.. checks.Of(report).Where(check => check.Cells.Contains(chosen.Id))], notice, await queue.Count(cancellation));
    }

    /// <summary>The doubtful cell to go on with after one was decided; null when none is open.</summary>
    public async Task<CellId?> NextOpen(long id, CellId after, CancellationToken cancellation)
    {
        var model = await Lay(id, after.ToString(), null, cancellation);
        if (model is null || model.Open.Count == 0)
            return null;
        var order = FormCatalog.Current.Form(model.Report.Form);
        return model.Open.Where(cell => order.OrdinalOf(cell) > order.OrdinalOf(after)).Concat(model.Open).First();
    }
}
