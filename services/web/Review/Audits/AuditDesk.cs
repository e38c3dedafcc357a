using Pipeline.Store.Audit;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Audits;

namespace Pipeline.Web.Review.Audits;

/// <summary>Cells of accepted records that were drawn at random, and what reviewers say of them: the one way for the page and the API.</summary>
internal sealed class AuditDesk(AcceptedAudit draws, RecordQuery records, CellReviews reviews, ReviewService reviewing, AuditLog audit)
{
    /// <summary>The next cell for a person; of no cell when none is left.</summary>
    public async Task<AuditModel> Next(string person, AuditNotice? notice, CancellationToken cancellation)
    {
        await draws.Draw(cancellation);
        var drawn = await draws.Next(person, cancellation);
        var version = drawn is null ? null : (await records.Versions([drawn.VersionId], cancellation)).SingleOrDefault();
        return new AuditModel(drawn, version, await draws.Figures(cancellation), notice);
    }

    /// <summary>Keeps a person's word that the drawn cell is right. False when there is no such cell, or this person has spoken.</summary>
    public async Task<bool> Right(long id, string person, CancellationToken cancellation)
    {
        if (await draws.Find(id, cancellation) is not { } drawn || !await draws.Answer(id, person, isRight: true, cancellation))
            return false;
        await audit.AddOfRecord(person, "audit.right", drawn.RecordId, drawn.Cell, drawn.Week, cancellation);
        return true;
    }

    /// <summary>Keeps a person's word that the page prints another number, and corrects the cell where nobody has decided about it. False as for <see cref="Right"/>.</summary>
    /// <param name="printed">As the person reads it; null for a blank.</param>
    public async Task<bool> Wrong(long id, decimal? printed, string person, CancellationToken cancellation)
    {
        if (await draws.Find(id, cancellation) is not { } drawn || !await draws.Answer(id, person, isRight: false, cancellation))
            return false;
        await audit.AddOfRecord(person, "audit.wrong", drawn.RecordId, drawn.Cell, drawn.Week, cancellation);
        // A page that has changed since it was drawn is another matter.
        var current = (await records.Find(new RecordFilter { Id = drawn.RecordId, Everything = true }, 1, cancellation)).SingleOrDefault()?.Current;
        var seen = (await records.Versions([drawn.VersionId], cancellation)).SingleOrDefault();
        if (current is not null && current.Snapshot == seen?.Snapshot && (await reviews.Of(drawn.RecordId, cancellation)).All(review => review.Cell != drawn.Cell))
            await reviewing.Decide(new CellDecision(drawn.RecordId, drawn.Cell, ReviewVerdict.Corrected, printed, $"Audit of accepted records, {drawn.Week}", person, 0), cancellation);
        return true;
    }

    public Task<AuditFigures> Figures(CancellationToken cancellation) => draws.Figures(cancellation);
}
