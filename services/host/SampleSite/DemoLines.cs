using System.Globalization;
using Pipeline.Host.Composition;
using Pipeline.Host.Crawling;

namespace Pipeline.Host.SampleSite;

/// <summary>What is said after the table: what happened, where everything lies, what to type next.</summary>
internal static class DemoLines
{
    public static IEnumerable<string> Of(CrawlSummary summary, SampleSiteServer site, DataFolder data, string release)
    {
        foreach (var line in CrawlLines.Of(summary.Report))
            yield return line;
        foreach (var line in CrawlLines.Of(summary.Failures))
            yield return line;
        if (summary.Failures.Any(failure => site.IsMeantToFail(new Uri(failure.Url))))
            yield return "(the sample has a page that fails, to show how it is reported)";
        if (summary.Report.Sources.All(source => source.New + source.Changed == 0))
            yield return Unchanged(site);
        yield return "";
        yield return $"database   {data.Database}";
        yield return $"snapshots  {data.Snapshots}";
        yield return $"exports    {DemoExports.Records(data)} (a line per record), {DemoExports.Cells(data)} (a line per cell)";
        yield return $"release    {release} (Parquet, CSV, Excel, codebook, citation: docs/data.md)";
        yield return "";
        var folder = data.IsStandard ? "" : $" --data {data.Root}";
        var document = summary.Records.Select(record => record.SourceUrl).FirstOrDefault() ?? "URL";
        var newest = Path.GetRelativePath(Directory.GetCurrentDirectory(), release);
        yield return "A question to ask it:";
        yield return $"  ./run sql --release {(newest.StartsWith("..", StringComparison.Ordinal) ? release : newest)} \"SELECT authority, year, part AS refused, whole AS handled, ROUND(100 * share, 1) AS percent FROM rates WHERE rate = 'refusal' ORDER BY share DESC NULLS LAST\"";
        yield return "";
        yield return "What to type next:";
        yield return $"  ./run status{folder}    what is stored";
        yield return $"  ./run failures{folder}    what went wrong, and why";
        yield return $"  ./run reextract {document}{folder}    one document again, and what changed";
        yield return "  ./run crawl --seed https://www.example.gov.cn/ --data data/mine    a site of your own";
        yield return "  ./run --help";
    }

    private static string Unchanged(SampleSiteServer site)
    {
        var documents = site.Requests.Where(request => request.Path != "/robots.txt" && request.Status < 400).ToList();
        var notModified = documents.Count(request => request.Status == 304);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Nothing changed since the last run: of {documents.Count} pages and files asked for, {notModified} answered \"not modified\" (304) and {documents.Count - notModified} sent a body.");
    }
}
