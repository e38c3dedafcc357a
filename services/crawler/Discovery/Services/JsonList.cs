using System.Text.Json;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Links;
using Pipeline.Crawler.Discovery.Paging;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>
/// JSON answers of list services, whatever their field names: every object with an address is a row, markup in strings is read for links,
/// and the list goes on while the stated total has not been reached or, without a total, while rows come.
/// </summary>
public static class JsonList
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private static readonly string[] Totals = ["total", "totalCount", "totalRecord", "totalRecords", "count", "totalElements", "recordCount", "totalNum", "totalSize", "rowCount"];

    private static readonly string[] PageTotals = ["pages", "totalPage", "totalPages", "pageCount", "pageTotal", "countPage"];

    /// <param name="url">Address that gave the answer.</param>
    /// <returns>Null when the text is no JSON object or array.</returns>
    public static IReadOnlyList<FoundLink>? Read(Uri url, string text)
    {
        var json = JsonIn(text);
        if (json is null)
            return null;
        using (json)
        {
            var reading = new Reading(url);
            reading.Take(json.RootElement, 0);
            if (Next(reading) is { } next)
                reading.Links.Add(new FoundLink(next, "", LinkKind.Continuation, "json-list"));
            return reading.Links;
        }
    }

    private static JsonDocument? JsonIn(string text)
    {
        var trimmed = text.AsSpan().Trim().TrimStart('\uFEFF');
        // callback({…}): a service that answers scripts.
        if (trimmed.Length > 0 && trimmed[0] is not ('{' or '[') && trimmed.IndexOf('(') is > 0 and < 80 and var open && trimmed.LastIndexOf(')') is var close && close > open)
            trimmed = trimmed[(open + 1)..close].Trim();
        if (trimmed.Length < 2 || trimmed[0] is not ('{' or '['))
            return null;
        try
        {
            return JsonDocument.Parse(trimmed.ToString(), Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Uri? Next(Reading reading)
    {
        if (reading.Rows == 0)
            return null;
        var next = PageFields.Next(reading.Url, reading.Rows) ?? (reading.PageField is { } field ? QueryFields.With(reading.Url, field, "2") : null);
        var page = PageFields.Of(reading.Url) ?? 1;
        if (reading.Pages is { } pages)
            return page < pages ? next : null;
        // Some services count from zero: one page too many is asked for and found empty, none is missed.
        return reading.Total is { } total && page * (long)reading.Rows >= total ? null : next;
    }

    private sealed class Reading(Uri url)
    {
        public Uri Url { get; } = url;

        public List<FoundLink> Links { get; } = [];

        public int Rows { get; private set; }

        public long? Total { get; private set; }

        public int? Pages { get; private set; }

        /// <summary>Name under which the answer tells its page, when the address does not count pages.</summary>
        public string? PageField { get; private set; }

        public void Take(JsonElement element, int depth)
        {
            if (depth > 12)
                return;
            if (element.ValueKind == JsonValueKind.Array)
                foreach (var item in element.EnumerateArray())
                    Take(item, depth + 1);
            else if (element.ValueKind == JsonValueKind.Object)
                TakeObject(element, depth);
            else if (element.ValueKind == JsonValueKind.String)
                TakeMarkup(element.GetString()!);
        }

        private void TakeObject(JsonElement element, int depth)
        {
            if (JsonRow.Read(element) is { } row && Link(row.Address, row.Title) is { } link)
            {
                Rows++;
                Links.Add(link);
            }

            foreach (var property in element.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt64(out var number))
                    TakeNumber(property.Name, number);
                Take(property.Value, depth + 1);
            }
        }

        private void TakeNumber(string name, long number)
        {
            if (Totals.Contains(name, StringComparer.OrdinalIgnoreCase))
                Total ??= number;
            else if (PageTotals.Contains(name, StringComparer.OrdinalIgnoreCase))
                Pages ??= (int)Math.Min(number, int.MaxValue);
            else if (number == 1 && PageFields.IsPage(name))
                PageField ??= name;
        }

        private void TakeMarkup(string text)
        {
            if (!text.Contains("<a", StringComparison.OrdinalIgnoreCase))
                return;
            var links = Fragment.Links(Url, text, "json-markup").ToList();
            Rows += links.Count;
            Links.AddRange(links);
        }

        private FoundLink? Link(string address, string title) =>
            AddressText.Resolve(Url, address, System.Text.Encoding.UTF8) is { } target
                ? new FoundLink(target, title, FileAddress.IsDocument(target) ? LinkKind.Attachment : LinkKind.Page, "json-list")
                : null;
    }
}
