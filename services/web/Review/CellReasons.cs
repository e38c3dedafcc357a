using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Documents;
using Pipeline.Store.Records;

namespace Pipeline.Web.Review;

/// <summary>Why a cell of a record reads as it does: the one way for the page and the API.</summary>
internal sealed class CellReasons(RecordQuery records, DocumentLookup documents, IReadingReasons reasons)
{
    /// <summary>Null when there is no such record, or its form has no such cell.</summary>
    public async Task<ReasonsModel?> Of(long id, string cell, CancellationToken cancellation)
    {
        if ((await records.Find(new RecordFilter { Id = id, Everything = true }, 1, cancellation)).SingleOrDefault() is not { } record)
            return null;
        var report = record.Current.Report;
        if (FormCatalog.Current.Form(report.Form).Cells.FirstOrDefault(known => known.Id.ToString() == cell) is not { } form
            || await documents.OfSnapshot(record.Current.Snapshot, cancellation) is not { } document)
            return null;
        return new ReasonsModel(record, form, await reasons.Of(document, report.Authority, report.Year, form.Id, cancellation));
    }
}
