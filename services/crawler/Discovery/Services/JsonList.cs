using System.Globalization;
using System.Text.Json;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Links;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Crawler.Discovery.Paging;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Text.Json;

namespace Pipeline.Crawler.Discovery.Services;

/// <summary>
/// JSON answers of list services, whatever their field names: every object with an address is a row, markup in strings is read for links,
/// and the list goes on while the stated total has not been reached or, without a total, while rows come.
/// </summary>
internal static class JsonList
{
    /// <summary>Rule of links that stand in markup which a text of the answer holds.</summary>
    public const string MarkupRule = "json-markup";

    // More rows than a service gives at once.
    private const int MostRows = 2000;

    // Columns of a list.
    private const int MostCells = 20;

    private static readonly string[] Totals = ["total", "totalCount", "totalRecord", "totalRecords", "count", "totalElements", "recordCount", "totalNum", "totalSize", "rowCount"];

    private static readonly string[] PageTotals = ["pages", "totalPage", "totalPages", "pageCount", "pageTotal", "countPage"];

    /// <param name="asked">The request that was answered.</param>
    /// <returns>Null when the text is no JSON object or array.</returns>
    public static IReadOnlyList<FoundLink>? Read(string text, ListRequest asked)
    {
        var json = JsonText.Parse(text);
        if (json is null)
            return null;
        using (json)
        {
            var reading = new Reading(asked);
            reading.Take(json.RootElement, 0);
            if (reading.IsOnlyPart == false && ListCounter.Name(asked.Url, asked.Form, asked.Counter) is null)
                asked = asked with { Counter = CountingAddresses.InFile(asked.Url) };
            reading.Fill(asked.Templates);
            reading.Ask(asked.NodeRequests, asked);
            if (reading.Rows > 0 && reading.Onward is { } named)
                reading.Links.Add(asked.Part(named, null, "json-list"));
            else if (reading.Rows > 0 && ListCursor.Next(asked.Url, asked.Form, reading.Texts) is { } onward)
                reading.Links.Add(asked.Part(onward.Url, onward.Form, "json-list") with { Counter = onward.Field });
            else if (reading.Rows > 0 && reading.LastId is { } last && ListCursor.After(asked.Url, asked.Form, last) is { } after)
                reading.Links.Add(asked.Part(after.Url, after.Form, "json-list") with { Counter = after.Field });
            else if (Next(reading, asked) is { } next)
                reading.Links.Add(asked.Part(next.Url, next.Form, "json-list"));
            return reading.Links;
        }
    }

    /// <summary>The address that a template makes of a row; null when a field is missing.</summary>
    internal static string? Fill(JsonElement row, string template) => RowTemplate.Fill(template, name => row.TryGetProperty(name, out var value) ? Text(value) : null);

    /// <summary>A text or a number as it is written; null for what is neither.</summary>
    internal static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static (Uri Url, string? Form)? Next(Reading reading, ListRequest asked)
    {
        if (reading.Rows == 0)
            return null;
        var next = ListCounter.Next(asked.Url, asked.Form, reading.Rows, asked.Counter) ?? (reading.PageField is { } field && asked.Form is null ? (QueryFields.With(reading.Url, field, "2"), null) : null);
        var page = ListCounter.Page(asked.Url, asked.Form, asked.Counter) ?? 1;
        if (reading.Pages is { } pages)
            return page < pages ? next : null;
        // Some services count from zero: one page too many is asked for and found empty, none is missed.
        return reading.Total is { } total && page * (long)reading.Rows >= total ? null : next;
    }

    private sealed class Reading(ListRequest asked)
    {
        public Uri Url { get; } = asked.Url;

        public List<FoundLink> Links { get; } = [];

        public int Rows { get; private set; }

        // Objects that name no address.
        private readonly List<JsonElement> _bare = [];

        /// <summary>Texts and numbers beside the rows, by name: what a service says of the part that it sent.</summary>
        public Dictionary<string, string> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

        public long? Total { get; private set; }

        public int? Pages { get; private set; }

        /// <summary>Whether its rows are all that there are by what the answer states; null where it states nothing.</summary>
        public bool? IsOnlyPart => Pages is { } pages ? pages < 2 : Total is { } total ? total <= Math.Max(Rows, _bare.Count) : null;

        /// <summary>Address that the answer names for the next part.</summary>
        public Uri? Onward { get; private set; }

        /// <summary>What the last row calls its id; null when it has none.</summary>
        public string? LastId { get; private set; }

        /// <summary>Name under which the answer tells its page, when the address does not count pages.</summary>
        public string? PageField { get; private set; }

        public void Take(JsonElement element, int depth)
        {
            if (depth > 12)
                return;
            if (element.ValueKind == JsonValueKind.Array)
                TakeArray(element, depth);
            else if (element.ValueKind == JsonValueKind.Object)
                TakeObject(element, depth);
            else if (element.ValueKind == JsonValueKind.String)
                TakeText(element.GetString()!, depth);
        }

        private void TakeArray(JsonElement element, int depth)
        {
            if (_bare.Count < MostRows && CellsOf(element) is { } row)
                _bare.Add(row);
            foreach (var item in element.EnumerateArray())
                Take(item, depth + 1);
        }

        // [4701, "…年度报告", "2024-01-20"]: a row whose fields are called by their places.
        private static JsonElement? CellsOf(JsonElement array)
        {
            var cells = array.EnumerateArray().ToList();
            return cells.Count is > 1 and <= MostCells && cells.TrueForAll(cell => JsonList.Text(cell) is not null) && cells.Exists(cell => cell.ValueKind == JsonValueKind.String && cell.GetString()!.Any(c => c is >= '\u4E00' and <= '\u9FFF'))
                ? JsonSerializer.SerializeToElement(cells.Select((cell, at) => KeyValuePair.Create(at.ToString(CultureInfo.InvariantCulture), cell)).ToDictionary())
                : null;
        }

        // JSON within JSON, plain or in base64: what some frameworks make of an answer that is itself a text.
        private void TakeText(string text, int depth)
        {
            if (HeldJson.Of(text) is { } held)
                Take(held, depth + 1);
            else
                TakeMarkup(text);
        }

        /// <summary>Makes addresses of the rows that name none, by the first template that fits: its rows lead to different places.</summary>
        public void Fill(IReadOnlyList<string> templates)
        {
            foreach (var template in templates)
            {
                if (RowTemplate.Fields(template).Count == 0)
                    continue;
                var filled = _bare.Select(row => (Row: row, Address: JsonList.Fill(row, template))).Where(row => row.Address is not null)
                    .Select(row => Link(row.Address!, JsonRow.TitleOf(row.Row)) is { } link ? link with { Rule = "row-template" } : null).OfType<FoundLink>().Where(link => link.Text.Length > 0).ToList();
                if (filled.Count == 0 || filled.Count > 1 && filled.DistinctBy(link => link.Url).Count() == 1)
                    continue;
                Rows += filled.Count;
                LastId = IdOf(_bare.Last(row => JsonList.Fill(row, template) is not null));
                Links.AddRange(filled);
                return;
            }
        }

        /// <summary>Asks for what stands below nodes of a tree, where no row leads anywhere by itself.</summary>
        public void Ask(IReadOnlyList<string> templates, ListRequest asked)
        {
            if (Rows > 0)
                return;
            foreach (var node in _bare)
            {
                var asks = templates.Select(template => NodeRequest.Link(node, template, asked)).OfType<FoundLink>().ToList();
                Links.AddRange(asks);
                // Rows that are reports go on like any list, however many ways there are to ask for each.
                if (asks.Any(link => ReportWords.NamesReport(link.Text) && link.Text.Any(char.IsAsciiDigit)))
                    Rows++;
            }
        }

        private void TakeObject(JsonElement element, int depth)
        {
            if (JsonRow.Read(element) is { } row && Link(row.Address, row.Title) is { } link)
            {
                Rows++;
                Links.Add(link);
                LastId = IdOf(element) ?? LastId;
            }
            else if (_bare.Count < MostRows)
                _bare.Add(element);

            foreach (var property in element.EnumerateObject())
            {
                if (NextAddress.In(property) is { } next)
                    Onward ??= AddressText.Resolve(Url, next, System.Text.Encoding.UTF8);
                // What hypermedia says of a row beside its page are services.
                if (property.Name is "_links" && property.Value.ValueKind == JsonValueKind.Object)
                {
                    foreach (var relation in property.Value.EnumerateObject())
                        if (NextAddress.In(relation) is { } onward)
                            Onward ??= AddressText.Resolve(Url, onward, System.Text.Encoding.UTF8);
                    continue;
                }

                if (property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt64(out var number))
                    TakeNumber(property.Name, number);
                if (JsonList.Text(property.Value) is { Length: > 0 and < ListCursor.Longest } said && ListCursor.IsName(property.Name))
                    Texts.TryAdd(property.Name, said);
                Take(property.Value, depth + 1);
            }
        }

        private static string? IdOf(JsonElement row) => row.TryGetProperty("id", out var id) ? JsonList.Text(id) : null;

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
            if (!text.Contains("<a", StringComparison.OrdinalIgnoreCase) && !text.Contains("onclick", StringComparison.OrdinalIgnoreCase))
                return;
            var markup = PageView.Parse(Url, text);
            var links = Fragment.Links(markup, MarkupRule).Concat(CallTemplate.Links(markup, asked)).ToList();
            Rows += links.Count;
            Links.AddRange(links);
        }

        private FoundLink? Link(string address, string title) =>
            AddressText.Resolve(Url, address, System.Text.Encoding.UTF8) is { } target
                ? new FoundLink(target, title, FileAddress.IsDocument(target) ? LinkKind.Attachment : LinkKind.Page, "json-list")
                : null;
    }
}
