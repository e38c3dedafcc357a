using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Crawling;

/// <summary>Fetches the pictures that are the tables of a page, at the pace of their hosts, and makes one document of the page and them.</summary>
public sealed class PagePictures(PoliteClient web)
{
    // A long picture of a whole report has two; sixty pages at 300 dots per inch have as many.
    private const int MostBytes = 40 << 20;

    private const int MostRedirects = 3;

    /// <param name="cookie">Value of the Cookie header; null sends none.</param>
    /// <returns>The page as it came where it has no pictures, or none could be had.</returns>
    public async Task<WholePage> Fetch(Answered page, IReadOnlyList<Uri> pictures, string? cookie, CancellationToken cancellation)
    {
        var (parts, bytes, requests, lacksSome) = (new List<Answered>(), 0L, 0, false);
        foreach (var picture in pictures)
        {
            if (bytes >= MostBytes)
                break;
            var target = picture;
            for (var hop = 0; hop <= MostRedirects && target is not null && (await web.Judge(target, cancellation)).IsAllowed; hop++)
            {
                var answer = await web.Fetch(new FetchRequest { Url = target, Referrer = page.Url, Cookie = target.Authority == page.Url.Authority ? cookie : null }, cancellation);
                requests++;
                target = (answer as Redirected)?.Target;
                if (answer is Answered { Status: 200 } came && AnswerBody.Read(came.Body, came.Header("Content-Type")).Shape == AnswerShape.Picture)
                {
                    // By the address that stands in the page.
                    parts.Add(came with { Url = picture });
                    bytes += came.Body.Length;
                }
                lacksSome |= answer is Unanswered { Failure: not FetchFailure.AddressRefused } or Answered { Status: 429 or >= 500 };
            }
        }

        return new WholePage(parts.Count == 0 ? page : SavedPage.Of(page, parts), requests, !lacksSome);
    }
}
