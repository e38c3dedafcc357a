namespace Pipeline.Crawler.Frontier;

/// <summary>Times as the frontier's tables hold them: milliseconds since 1970, UTC.</summary>
internal static class StoredMoment
{
    public static long Of(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static DateTimeOffset Read(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
