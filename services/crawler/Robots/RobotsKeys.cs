using System.Buffers;

namespace Pipeline.Crawler.Robots;

/// <summary>Recognises the keys of lines, in any case, with the slips that Google's parser forgives too.</summary>
internal static class RobotsKeys
{
    public static readonly SearchValues<char> TokenCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");

    private static readonly Dictionary<string, RobotsKey> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["user-agent"] = RobotsKey.UserAgent,
        ["useragent"] = RobotsKey.UserAgent,
        ["user agent"] = RobotsKey.UserAgent,
        ["allow"] = RobotsKey.Allow,
        ["disallow"] = RobotsKey.Disallow,
        ["dissallow"] = RobotsKey.Disallow,
        ["dissalow"] = RobotsKey.Disallow,
        ["disalow"] = RobotsKey.Disallow,
        ["diasllow"] = RobotsKey.Disallow,
        ["disallaw"] = RobotsKey.Disallow,
        ["crawl-delay"] = RobotsKey.CrawlDelay,
        ["sitemap"] = RobotsKey.Sitemap,
        ["site-map"] = RobotsKey.Sitemap,
    };

    private static readonly Dictionary<string, RobotsKey>.AlternateLookup<ReadOnlySpan<char>> BySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static RobotsKey Of(ReadOnlySpan<char> key) => BySpan.TryGetValue(key, out var known) ? known : RobotsKey.Other;
}
