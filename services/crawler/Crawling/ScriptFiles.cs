using System.Collections.Concurrent;
using Pipeline.Crawler.Fetching;
using Pipeline.Text.Charsets;

namespace Pipeline.Crawler.Crawling;

/// <summary>Fetches the script files of pages that are named as columns of reports and show no rows: the list, or how it is asked for, stands there.</summary>
internal sealed class ScriptFiles(PoliteClient web)
{
    // Own scripts of such pages are few and short.
    private const int MostFiles = 4;
    private const int LargestFile = 512 << 10;

    // Files of one host that are kept while it is visited.
    private const int MostKept = 40;

    // The rest is kept for columns: bodies with menus of their own are many.
    private const int MostMenus = 20;

    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Text of a file that was read; null when it was not.</summary>
    public string? Find(Uri file) => _texts.TryGetValue(file.AbsoluteUri, out var text) && text.Length > 0 ? text : null;

    /// <param name="isMenu">Whether the page shows what it is for, and only its menu is sought.</param>
    /// <returns>Texts of the files that could be had, in their order; and how many requests that took.</returns>
    public async Task<(IReadOnlyList<string> Texts, int Requests)> Read(IReadOnlyList<Uri> files, Uri page, string? cookie, CancellationToken cancellation, bool isMenu = false)
    {
        var (texts, requests) = (new List<string>(), 0);
        foreach (var file in files.Take(MostFiles))
        {
            if (!_texts.TryGetValue(file.AbsoluteUri, out var text))
            {
                if (_texts.Count >= (isMenu ? MostMenus : MostKept) || !(await web.Judge(file, cancellation)).IsAllowed)
                    continue;
                var answer = await web.Fetch(new FetchRequest { Url = file, Referrer = page, Cookie = cookie, PrefixBytes = LargestFile }, cancellation);
                requests++;
                text = answer is Answered { Status: >= 200 and < 300 } answered ? CharsetDecision.Decode(answered.Body.Span, answered.Header("Content-Type")).Text : "";
                _texts[file.AbsoluteUri] = text;
            }

            if (text.Length > 0)
                texts.Add(text);
        }

        return (texts, requests);
    }
}
