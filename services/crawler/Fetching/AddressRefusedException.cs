namespace Pipeline.Crawler.Fetching;

/// <summary>Carries the address policy's refusal out of the HTTP handler; it never leaves the fetcher.</summary>
internal sealed class AddressRefusedException(string message) : Exception(message);
