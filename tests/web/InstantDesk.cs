using Pipeline.Contracts.Ports;
using Pipeline.Store.Documents;
using Pipeline.Store.Requests;

namespace Pipeline.Web.Tests;

/// <summary>Takes requests for documents that are stored; a test ends them itself.</summary>
internal sealed class InstantDesk(DocumentLookup lookup, ReextractionRequests requests) : IReextractionService
{
    public async Task<ReextractionTicket> Begin(string url, bool refetch, string who, CancellationToken cancellation)
    {
        if (await lookup.Latest(url, cancellation) is null)
            return new ReextractionTicket(null, null, $"{url} is not known here.");
        var id = Guid.NewGuid();
        await requests.Begin(id, url, refetch, who, cancellation);
        return new ReextractionTicket(id, url, null);
    }
}
