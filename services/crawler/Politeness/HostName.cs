namespace Pipeline.Crawler.Politeness;

/// <summary>The key under which a host is paced: its name, whatever the scheme and port, since they share one machine.</summary>
public static class HostName
{
    public static string Of(Uri url) => url.IdnHost.TrimEnd('.').ToLowerInvariant();
}
