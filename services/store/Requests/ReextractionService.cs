using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Measures;

namespace Pipeline.Store.Requests;

/// <summary>Writes a person's request down and sends it off. The settlement ends it, whichever process that happens in.</summary>
internal sealed class ReextractionService(KnownDocuments documents, ReextractionRequests requests, CountedPublisher publisher) : IReextractionService
{
    public async Task<ReextractionTicket> Begin(string url, bool refetch, string who, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return new ReextractionTicket(null, null, $"'{url}' is no address: one begins with http:// or https://.");
        var known = await documents.Find(address, cancellation);
        if (known.Document is not { } document)
            return new ReextractionTicket(null, null, known.Problem);
        var id = Guid.NewGuid();
        await requests.Begin(id, document.Url, refetch, who, cancellation);
        if (refetch)
            await publisher.Publish(new RefetchRequested { RequestId = id, Url = new Uri(document.Url) }, document.Url, cancellation);
        else
            await publisher.Publish(new ReextractRequested { RequestId = id, Document = document }, document.Url, cancellation);
        return new ReextractionTicket(id, document.Url, null);
    }
}
