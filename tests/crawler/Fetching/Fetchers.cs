using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Tests.Fetching;

/// <summary>Fetchers for tests against the fault server.</summary>
internal static class Fetchers
{
    /// <summary>Small bodies only; times that even a busy machine keeps.</summary>
    public static readonly FetchOptions Tight = new()
    {
        LargestBody = 100_000,
        ConnectTime = TimeSpan.FromSeconds(30),
        HeaderTime = TimeSpan.FromMinutes(2),
        SilentTime = TimeSpan.FromMinutes(2),
        TotalTime = TimeSpan.FromMinutes(2),
    };

    public static HttpFetcher For(FaultServer server, FetchOptions? options = null) => new(options ?? new FetchOptions(), Allowing(server), TimeProvider.System);

    public static AddressPolicy Allowing(FaultServer server) => new(new AddressPolicyOptions { Allowed = [new("127.0.0.1", server.Port)] });

    public static async Task<FetchResponse> Ask(FaultServer server, FetchOptions? options = null, FetchRequest? order = null)
    {
        using var fetcher = For(server, options);
        return await fetcher.Fetch(order ?? new FetchRequest { Url = server.Url }, CancellationToken.None);
    }
}
