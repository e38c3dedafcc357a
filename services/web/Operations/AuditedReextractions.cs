using Pipeline.Contracts.Ports;
using Pipeline.Store.Audit;
using Pipeline.Store.Records;
using Pipeline.Store.Requests;

namespace Pipeline.Web.Operations;

/// <summary>Has documents read again and tells what came of it: the one way for the page and the API.</summary>
internal sealed class AuditedReextractions(IReextractionService service, ReextractionRequests requests, RecordQuery records, AuditLog audit)
{
    public async Task<ReextractionTicket> Begin(string url, bool refetch, string who, CancellationToken cancellation)
    {
        var ticket = await service.Begin(url.Trim(), refetch, who, cancellation);
        if (ticket.Id is not null)
            await audit.Add(who, refetch ? "document.refetch" : "document.reextract", ticket.Url!, null, cancellation);
        return ticket;
    }

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<Reextraction>> Latest(int limit, CancellationToken cancellation) => requests.Latest(limit, cancellation);

    /// <summary>Null when there is no such request.</summary>
    public async Task<ReextractionBody?> Status(Guid id, CancellationToken cancellation)
    {
        if (await requests.Find(id, cancellation) is not { } request)
            return null;
        var state = request.EndedAt is null ? "running" : request.Problem is null ? "done" : "failed";
        var changes = state == "done" ? await Changes(request, cancellation) : [];
        return new ReextractionBody(request.Id, request.Url, request.Refetch, request.RequestedBy, request.RequestedAt, request.EndedAt, state, request.Problem, changes);
    }

    private async Task<IReadOnlyList<RecordChange>> Changes(Reextraction request, CancellationToken cancellation)
    {
        var before = (await records.Versions(request.VersionsBefore, cancellation)).ToDictionary(version => version.RecordId);
        var after = (await records.VersionsOf(request.Url, cancellation)).ToDictionary(version => version.RecordId);
        return [.. before.Keys.Union(after.Keys).Order().Select(id => Change(id, before.GetValueOrDefault(id), after.GetValueOrDefault(id)))];
    }

    private static RecordChange Change(long id, RecordVersion? before, RecordVersion? after)
    {
        var difference = RecordDifference.Between(before?.Report, after?.Report);
        var report = (after ?? before)!.Report;
        return new RecordChange(id, report.Authority, report.Year, before?.Number, after?.Number, difference.Facts, difference.Cells);
    }
}
