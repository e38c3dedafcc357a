using Pipeline.Contracts.Messages;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Host.CommandLine;
using Pipeline.Store.Documents;

namespace Pipeline.Host.Reextraction;

/// <summary>Finds the document that a person means by an address.</summary>
internal static class KnownDocument
{
    /// <exception cref="CommandFailedException">Nothing of that address is stored.</exception>
    public static async Task<DocumentReference> Find(DocumentLookup lookup, Uri address, CancellationToken cancellation)
    {
        // As typed first: what was copied from a table or an export is canonical already.
        var spellings = new[] { address.ToString(), address.AbsoluteUri, CanonicalUrl.Of(address).AbsoluteUri }.Distinct(StringComparer.Ordinal).ToList();
        foreach (var spelling in spellings)
            if (await lookup.Latest(spelling, cancellation) is { } document)
                return document;
        foreach (var spelling in spellings)
            if (await lookup.State(spelling, cancellation) is { } state)
                throw new CommandFailedException($"Nothing is stored of {address}: its last fetch ended as '{state.LastOutcome}'{(state.FetchReason is null ? "" : $" ({state.FetchReason})")}. Crawl its source again.");
        throw new CommandFailedException($"{address} is not known here: no crawl has fetched it. Check the address, or crawl its site (pipeline crawl --seed URL).");
    }
}
