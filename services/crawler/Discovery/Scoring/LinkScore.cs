using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Discovery.Scoring;

/// <summary>How promising a link is.</summary>
/// <param name="Value">Place in the queue of its host, 0..100; 0 is not followed.</param>
/// <param name="Evident">Whether the link itself announces a report, and not only its surroundings.</param>
/// <param name="Reason">The evidence, for people.</param>
public sealed record LinkScore(int Value, bool Evident, string Reason)
{
    /// <summary>Report columns first, then reports, then what may lead to them; the rest by how near it is to the start.</summary>
    public static LinkScore Of(FoundLink link, LinkContext context)
    {
        if (FileAddress.IsMedia(link.Url) && !(FileAddress.IsPicture(link.Url) && ReportWords.NamesReport(link.Text)))
            return new(0, false, "picture, film, sound or code");
        // A search that the site's own pages have filled in for the reports is a list of them; what is called by a report's name and year is that report,
        // be its page called s as those of WeChat are.
        if (link.Kind is LinkKind.Page or LinkKind.Attachment && IsService(link.Url) && !ReportWords.NamesReport(Uri.UnescapeDataString(link.Url.Query)) && !IsOneReport(link.Text))
            return new(0, false, "search, login or print service");
        return link.Kind switch
        {
            LinkKind.Redirect => new(context.Score, context.NamesReports, "redirect: as important as its page"),
            LinkKind.Sitemap => new(97, false, "sitemap"),
            LinkKind.Attachment => OfAttachment(link, context),
            LinkKind.Continuation => OfContinuation(link, context),
            _ => OfPage(link, context),
        };
    }

    /// <summary>Reason of a link that only its page speaks for: one of the site's frame is no better for standing there.</summary>
    public const string OnDisclosurePage = "on a page about disclosure";

    /// <summary>The same of a page about reports.</summary>
    public const string OnReportPage = "on a page about reports";

    private static LinkScore OfPage(FoundLink link, LinkContext context)
    {
        var text = link.Text;
        if (context.Keywords.FirstOrDefault(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } keyword)
            return new(96, true, $"keyword '{keyword}'");
        if (ReportWords.NamesReport(text))
            return text.Length <= 16 ? new(98, true, "named like a column of reports") : new(95, true, "named like a report");
        if (context.NamesReports && ReportWords.IsYear(text))
            return new(94, true, "a year of a report column");
        if (ReportWords.NamesAnnual(text))
            return text.Length <= 12 ? new(93, true, "named like a column of annual reports") : new(90, true, "named like an annual report");
        // A link that is a picture is called as its file is.
        if (ReportWords.InPath(link.Url.AbsolutePath) || System.Text.Ascii.IsValid(text) && text.Length > 0 && ReportWords.InPath($"/{text}/"))
            return new(85, true, "path names reports");
        if (ReportWords.NamesDisclosure(text))
            return new(75, false, "named like a disclosure column");
        if (context.NamesReports && !ReportWords.NamesElsewhere(text))
            return new(60, false, OnReportPage);
        if (ReportWords.DisclosureInPath(link.Url.AbsolutePath))
            return new(50, false, "path of a disclosure column");
        if (context.NamesDisclosure && !ReportWords.NamesElsewhere(text))
            return new(55, false, OnDisclosurePage);
        if (ReportWords.NamesBody(text))
            return new(45, false, "named like a body, or a list of bodies");
        var near = Math.Max(5, 40 - 4 * context.Depth);
        return ReportWords.NamesElsewhere(text) ? new(Math.Max(3, near / 3), false, "named like another part of the site") : new(near, false, $"{context.Depth + 1} clicks from the start");
    }

    private static LinkScore OfAttachment(FoundLink link, LinkContext context)
    {
        if (ReportWords.NamesReport(link.Text) || ReportWords.NamesReport(Uri.UnescapeDataString(link.Url.AbsolutePath)))
            return new(96, true, "file named like a report");
        if (ReportWords.NamesAnnual(link.Text))
            return new(91, true, "file named like an annual report");
        return context.NamesReports ? new(88, true, "file on a page about reports") : new(20, false, "file");
    }

    private static LinkScore OfContinuation(FoundLink link, LinkContext context) =>
        context.NamesReports || ReportWords.InPath(link.Url.AbsolutePath)
            ? new(80, false, "more of a list of reports")
            : new(Math.Clamp(context.Score - 1, 5, 70), false, "more of a list");

    private static bool IsOneReport(string text) => ReportWords.NamesReport(text) && text.Any(char.IsAsciiDigit);

    // A list's own service may be called search; what a visitor clicks under that name has no end.
    private static bool IsService(Uri url)
    {
        foreach (var segment in url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (segment.Split('.')[0].ToLowerInvariant() is "search" or "jsearch" or "sousuo" or "s" or "so" or "login" or "logout" or "register" or "logon" or "signin" or "print" or "share" or "sso" or "cas" or "jsearchfront")
                return true;
        return false;
    }
}
