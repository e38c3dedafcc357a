using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Host.Composition;

/// <summary>The crawler's own spelling of addresses, for the store.</summary>
internal sealed class CrawlerUrls : IUrlNormaliser
{
    public Uri Normalise(Uri url) => CanonicalUrl.Of(url);
}
