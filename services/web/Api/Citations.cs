using Pipeline.Contracts.Forms;
using Pipeline.Store.Bodies;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Web.Api;

/// <summary>Finds what a citation needs, for the page and the API alike.</summary>
internal sealed class Citations(RecordQuery records, CellReviews reviews, BodyQuery bodies, TimeProvider clock)
{
    /// <summary>Null when there is no such record or cell.</summary>
    public async Task<Citation?> Of(long recordId, string cell, CancellationToken cancellation)
    {
        var record = (await records.Find(new RecordFilter { Id = recordId, Everything = true }, 1, cancellation)).SingleOrDefault();
        var known = record is null ? null : FormCatalog.Current.Form(record.Current.Report.Form).Cells.FirstOrDefault(one => one.Id.ToString() == cell);
        if (record is null || known is null)
            return null;
        var standing = (await reviews.Of(recordId, cancellation)).FirstOrDefault(review => review.Cell == known.Id && review.IsAbout(record.Current.Snapshot));
        return Citation.Of(record, known, standing, await bodies.OfRecord(recordId, cancellation), DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime));
    }
}
