using System.Globalization;
using Pipeline.Crawler.Crawling;
using Pipeline.Host.Display;
using Pipeline.Store.Failures;

namespace Pipeline.Host.Crawling;

/// <summary>What a crawl did, in words.</summary>
internal static class CrawlLines
{
    // A source that gave nothing usually has one reason, told as often as it has start addresses.
    private const int MostTroubles = 5;

    // A site that is down fails for each of its documents alike.
    private const int MostAlike = 3;

    /// <summary>A line per source, and what is to be looked at.</summary>
    public static IEnumerable<string> Of(CrawlReport report) => report.Sources.SelectMany(source => Remarks(source).Prepend(
        string.Create(CultureInfo.InvariantCulture, $"{source.Name}: {source.Requests} requests; documents: {Documents(source)}{Others(source)}")));

    /// <summary>What is to be looked at: alarms, and why a source gave nothing.</summary>
    public static IEnumerable<string> Remarks(CrawlReport report) => report.Sources.SelectMany(Remarks);

    /// <summary>A line for each failure; those of one site for one reason in one line where they are many.</summary>
    public static IEnumerable<string> Of(IEnumerable<Failure> failures) => failures
        .GroupBy(failure => (Site: new Uri(failure.Url).GetLeftPart(UriPartial.Authority), Why: failure.Detail ?? failure.Reason))
        .SelectMany(alike => alike.Count() > MostAlike
            ? [string.Create(CultureInfo.InvariantCulture, $"failed: {alike.Count()} documents of {alike.Key.Site}: {alike.Key.Why}")]
            : alike.Select(failure => $"failed: {failure.Url}: {alike.Key.Why}"));

    private static IEnumerable<string> Remarks(SourceReport source)
    {
        foreach (var alarm in source.Alarms)
            yield return $"look at this: {alarm}";
        foreach (var note in source.Notes)
            yield return note;
        if (source.Found == 0)
            foreach (var trouble in source.Troubles.Take(MostTroubles))
                yield return $"{source.Name}: {trouble.Url}: {trouble.Reason}";
    }

    private static string Documents(SourceReport source) => CountLines.Of(("new", source.New), ("changed", source.Changed), ("unchanged", source.Unchanged));

    private static string Others(SourceReport source)
    {
        var others = CountLines.Of(
            ("failed", source.Failed),
            ("not there (404)", source.Gone),
            ("forbidden by robots.txt", source.RefusedByRobots),
            ("not asked for: robots.txt unreachable", source.RobotsUnreachable),
            ("refused by a rule of ours", source.RefusedByPolicy),
            ("declined by the site", source.Blocked),
            ("not there in spite of status 200", source.SoftNotFound),
            ("behind a login", source.Login),
            ("not looked at this time because they seldom change", source.NotDue));
        return others == "none" ? "" : $"; {others}";
    }
}
