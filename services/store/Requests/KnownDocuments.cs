using Pipeline.Contracts.Ports;
using Pipeline.Store.Documents;

namespace Pipeline.Store.Requests;

/// <summary>Finds the document that a person means by an address.</summary>
public sealed class KnownDocuments(DocumentLookup lookup, IUrlNormaliser urls)
{
    public async Task<KnownDocument> Find(Uri address, CancellationToken cancellation)
    {
        // As typed first: what was copied from a table or an export is normal already.
        var spellings = new[] { address.ToString(), address.AbsoluteUri, urls.Normalise(address).AbsoluteUri }.Distinct(StringComparer.Ordinal).ToList();
        foreach (var spelling in spellings)
            if (await lookup.Latest(spelling, cancellation) is { } document)
                return new KnownDocument(document, null);
        foreach (var spelling in spellings)
            if (await lookup.State(spelling, cancellation) is { } state)
                return new KnownDocument(null, $"Nothing is stored of {address}: its last fetch ended as '{state.LastOutcome}'{(state.FetchReason is null ? "" : $" ({state.FetchReason})")}. Crawl its source again.");
        return new KnownDocument(null, $"{address} is not known here: no crawl has fetched it. Check the address, or crawl its site (pipeline crawl --seed URL).");
    }
}
