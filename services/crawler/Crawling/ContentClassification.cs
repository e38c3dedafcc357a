using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Documents;
using Pipeline.Crawler.Discovery.Links;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Discovery.Services;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Incremental;

namespace Pipeline.Crawler.Crawling;

/// <summary>What an answer with content is: a document, a list, a stub, a file, and where it leads. Pure.</summary>
/// <param name="IsDocument">Whether the extractor should read it.</param>
/// <param name="NamesReports">Whether it announces reports: its links inherit that.</param>
/// <param name="Region">Hash of what it says: of its content region, of all that a list shows, of the bytes of a file; null where nothing is compared.</param>
/// <param name="Reason">The evidence, for people.</param>
public sealed record ContentClassification(bool IsDocument, bool NamesReports, string? Region, string Reason, string Title, IReadOnlyList<FoundLink> Links)
{
    /// <summary>Reason of a page that is named as a column of reports, and whose rows only a script can show.</summary>
    public const string NeedsBrowser = "named as a column of reports, and only its scripts can show the rows";

    /// <summary>Reason of a list that says that it goes on, and whose further rows only a script can show.</summary>
    public const string NeedsBrowserForMore = "shows fewer rows than it says, and only its scripts can show the others";

    /// <summary>Reason of a page that names a list and shows no rows, while requests of its scripts may bring them.</summary>
    public const string AwaitsRows = "shows no rows; its scripts ask for them";

    // A start address, or what is named as a column of disclosure: the shell of an application elsewhere is nobody's list.
    private const int OnTheWay = 75;

    /// <summary>Script files that may hold its rows, or tell how they are asked for; none for a page that shows them.</summary>
    public IReadOnlyList<Uri> Scripts { get; init; } = [];

    /// <summary>Pictures that may be the tables of its report; none for one that shows them as text.</summary>
    public IReadOnlyList<Uri> Pictures { get; init; } = [];

    /// <summary>Rows of a list, or the way to one, that it should hold and does not show without its scripts.</summary>
    public RowLack Lacks { get; init; }

    /// <summary>Whether it is data for a script: JSON, or a piece of a page.</summary>
    public bool IsData { get; init; }

    /// <summary>Whether it only sends its visitor on.</summary>
    public bool IsStub => Links.Count > 0 && Links[0].Kind == LinkKind.Redirect;

    /// <param name="known">The address asked for.</param>
    /// <param name="fileName">File name from Content-Disposition, decoded.</param>
    /// <param name="scripts">Texts of the page's script files; null before any was fetched.</param>
    public static ContentClassification Of(KnownUrl known, Answered answer, string? fileName, IReadOnlyList<string>? scripts = null)
    {
        var body = AnswerBody.Read(answer.Body, answer.Header("Content-Type"));
        switch (body.Shape)
        {
            // What a script asked for as text is rows; a text that anything else leads to may be a report.
            case AnswerShape.File when known.Kind == LinkKind.Continuation && DelimitedRows.Of(PageView.Parse(answer.Url, ""), body.Text) is { Count: > 0 } rows:
                return new(false, known.Has(UrlFlags.OnReportPage), null, "a list in lines of text", known.LinkText, rows) { IsData = true };
            case AnswerShape.File:
                return OfFile(known, answer, fileName, UrlFlags.NamedReport | UrlFlags.OnReportPage);
            // Reports are illustrated: there a picture is one only by its own name.
            case AnswerShape.Picture:
                return OfFile(known, answer, fileName, UrlFlags.NamedReport);
            case AnswerShape.Html:
                return OfPage(known, answer, body, scripts);
            case AnswerShape.Json or AnswerShape.Xml:
                return OfData(known, answer, body, scripts);
            default:
                return new(false, false, null, body.Shape == AnswerShape.Empty ? "empty" : "film or sound", "", []);
        }
    }

    private static ListRequest Asked(KnownUrl known, Answered answer) => new(answer.Url, known.Form, known.Rows, known.Headers, known.Counter);

    private static ContentClassification OfFile(KnownUrl known, Answered answer, string? fileName, UrlFlags naming)
    {
        var name = fileName ?? Uri.UnescapeDataString(known.Url.Segments[^1]);
        var named = known.Has(naming) || ReportWords.NamesReport(name) || ReportWords.NamesAnnual(name);
        return new(named, named, ContentRegion.HashOf(answer.Body.Span), named ? "a file among reports" : "a file that nothing calls a report", name, []);
    }

    // The report itself may be data; a list that holds the contents of its rows may have pages for them. What an article links is no page of its own.
    private static ContentClassification OfData(KnownUrl known, Answered answer, AnswerBody body, IReadOnlyList<string>? sheets)
    {
        var asked = Asked(known, answer);
        if (sheets is not null)
            asked = asked with { Rows = string.Join('\n', sheets.SelectMany(SheetTemplates.Of)) };
        var links = LinkDiscovery.Find(body, null, answer.Url, asked);
        var held = body.Shape == AnswerShape.Json ? HeldReport.In(body.Text, answer.Url, known.LinkText) : [];
        if (held.Count == 1 || held.Count > 1 && !links.Any(link => link.Kind == LinkKind.Page && link.Rule != JsonList.MarkupRule && ReportWords.NamesReport(link.Text)))
            return new(true, true, ContentRegion.HashOf([.. held.Select(report => report.Page)]), $"{held[0].Evidence.Reason}, in a field of JSON", known.LinkText, [.. links.Where(link => link.Kind != LinkKind.Continuation), .. Asked(known, answer).After(held.Count)]);
        var named = known.Has(UrlFlags.OnReportPage) || ReportWords.NamesReport(known.LinkText);
        var sheet = named && links.Count == 0 && body.Shape == AnswerShape.Xml && SheetTemplates.Sheet(body.Text) is { } href ? AddressText.Resolve(answer.Url, href, body.Encoding) : null;
        return new(false, named, null, "a list service or sitemap", known.LinkText, links)
        {
            IsData = true,
            // A style sheet makes the page of it: read, or else applied by a browser.
            Lacks = sheet is null ? RowLack.None : RowLack.All,
            Scripts = sheets is null && sheet is not null && sheet.Authority == answer.Url.Authority ? [sheet] : [],
        };
    }

    private static ContentClassification OfPage(KnownUrl known, Answered answer, AnswerBody body, IReadOnlyList<string>? scripts)
    {
        var page = PageView.Parse(answer.Url, body.Text, body.Encoding, scripts);
        // A piece of a page, or a whole one that a script counts.
        var isPiece = known.Kind == LinkKind.Continuation && (known.Counter is not null || !body.Text.Contains("<html", StringComparison.OrdinalIgnoreCase));
        var links = LinkDiscovery.Find(body, page, answer.Url, isPiece ? Asked(known, answer) : null);
        links = [.. links, .. RelNextLinks.Of(page, answer.Header("Link"))];
        // Meta refreshes count wherever they stand; such a page is not read.
        var redirects = links.Where(link => link.Kind == LinkKind.Redirect).ToList();
        if (redirects.Count > 0)
            return new(false, known.Has(UrlFlags.OnReportPage), null, "sends its visitor on", page.Elements.Title, redirects);
        var hasAttachment = links.Any(link => link.Kind == LinkKind.Attachment || ReportWords.NamesAttachment(link.Text) && ReportWords.NamesAnnual(link.Text));
        var reportPictures = new Lazy<IReadOnlyList<Uri>>(() => ReportPictures.Of(page));
        var evidence = DocumentEvidence.Of(page, known.LinkText, hasAttachment, reportPictures);
        var named = evidence.NamesReports || known.Has(UrlFlags.OnReportPage) && known.Kind == LinkKind.Continuation;
        var lacks = evidence.IsCandidate || isPiece ? RowLack.None : LackOf(known, page, links, evidence);
        var files = scripts is null && !evidence.IsCandidate ? EmptyColumn.Scripts(page, links, lacks) : [];
        var reason = lacks switch
        {
            RowLack.None => evidence.Reason,
            _ when links.Any(link => link.Kind == LinkKind.Continuation) => AwaitsRows,
            RowLack.Some => NeedsBrowserForMore,
            _ => NeedsBrowser,
        };
        var pictures = evidence.IsCandidate ? reportPictures.Value : [];
        return new(evidence.IsCandidate, named, evidence.IsCandidate ? ContentRegion.HashOf(page, pictures) : ContentRegion.HashOfAll(page), reason, page.Elements.Title, links) { Scripts = files, Pictures = pictures, IsData = isPiece, Lacks = lacks };
    }

    private static RowLack LackOf(KnownUrl known, PageView page, IReadOnlyList<FoundLink> links, DocumentEvidence evidence)
    {
        if (evidence.NamesReports && EmptyColumn.LacksRows(page, links) || (known.Score >= OnTheWay || known.Has(UrlFlags.Seed)) && EmptyColumn.IsShell(page, links))
            return RowLack.All;
        if (EmptyColumn.NamesColumn(page, links))
            return RowLack.All;
        // A further part says the same of the whole list.
        return evidence.NamesReports && known.Kind != LinkKind.Continuation && EmptyColumn.LacksParts(page, links) ? RowLack.Some : RowLack.None;
    }
}
