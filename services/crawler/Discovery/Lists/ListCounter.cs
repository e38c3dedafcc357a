using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Paging;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>Finds what counts pages in the request for a list, wherever it stands: in the address, in a form, in JSON of either; and counts on.</summary>
internal static partial class ListCounter
{
    /// <summary>The request for the list's next part; null when nothing in it counts.</summary>
    /// <param name="form">Body of the request; null for GET.</param>
    /// <param name="rows">Rows that this part held: what an offset moves on by.</param>
    /// <param name="counter">Name of the field that was seen to count, or the address with a gap for the number; null leaves it to the usual names.</param>
    public static (Uri Url, string? Form)? Next(Uri url, string? form, int rows, string? counter = null)
    {
        if (counter is not null)
            return NextNamed(url, form, counter);
        var address = PageFields.Next(url, rows);
        var body = form is null ? null : NextBody(form, rows);
        // Some pages say the number in both places.
        return address is null && body is null ? null : (address ?? url, body ?? form);
    }

    /// <summary>Page that the request asks for; null when it does not say.</summary>
    public static int? Page(Uri url, string? form, string? counter = null)
    {
        if (counter is not null)
            return Named(url, form, counter) is { } named ? Number(named) : null;
        if (JsonIn(form) is { } json)
            return Member().Match(json) is { Success: true } match && !PageFields.IsOffset(match.Groups["name"].Value) ? Number(match.Groups["number"].Value) : null;
        foreach (var (name, value) in QueryFields.Of(form ?? ""))
            if (PageFields.IsPage(name) && Number(value) is { } page)
                return page;
        return PageFields.Of(url);
    }

    /// <summary>Name of what counts, for people; null when nothing does.</summary>
    public static string? Name(Uri url, string? form, string? counter = null)
    {
        if (counter is not null)
            return RowTemplate.Shown(counter);
        if (JsonIn(form) is { } json)
            return Member().Match(json) is { Success: true } match ? match.Groups["name"].Value : null;
        return QueryFields.Of(form ?? "").Concat(QueryFields.Of(url.Query))
            .FirstOrDefault(field => (PageFields.IsPage(field.Key) || PageFields.IsOffset(field.Key)) && Number(field.Value) is not null).Key;
    }

    /// <summary>Whether a body is JSON and no form.</summary>
    public static bool IsJson(string form) => form.AsSpan().TrimStart() is ['{' or '[', ..];

    private static string? Named(Uri url, string? form, string counter) => IsAddress(counter) ? CountingAddresses.NumberIn(counter, url.AbsoluteUri)?.ToString(CultureInfo.InvariantCulture) : form is not null && IsJson(form)
        ? NamedMember(counter).Match(form) is { Success: true } member ? member.Groups["number"].Value : null
        : QueryFields.Of(form ?? url.Query).FirstOrDefault(field => field.Key == counter).Value;

    private static (Uri Url, string? Form)? NextNamed(Uri url, string? form, string counter)
    {
        if (Named(url, form, counter) is not { } value || Number(value) is not { } number)
            return null;
        if (IsAddress(counter))
            return (new Uri(CountingAddresses.Part(counter, number + 1)), form);
        var next = (number + 1).ToString(CultureInfo.InvariantCulture);
        if (form is null)
            return (QueryFields.With(url, counter, next), null);
        return (url, IsJson(form)
            ? NamedMember(counter).Replace(form, match => string.Concat(match.Groups["name"].Value, next), 1)
            : string.Join('&', QueryFields.Of(form).Select(field => $"{field.Key}={(field.Key == counter ? next : field.Value)}")));
    }

    private static bool IsAddress(string counter) => counter.Contains(RowTemplate.Open, StringComparison.Ordinal);

    private static Regex NamedMember(string counter) => new($@"(?<name>""{Regex.Escape(counter)}""\s*:\s*""?)(?<number>\d{{1,5}})(?=[""\s,}}])");

    private static string? NextBody(string form, int rows)
    {
        if (IsJson(form))
            return Member().Match(form) is { Success: true } member
                ? string.Concat(form.AsSpan(0, member.Groups["number"].Index), Counted(member.Groups["name"].Value, member.Groups["number"].Value, rows), form.AsSpan(member.Groups["number"].Index + member.Groups["number"].Length))
                : null;
        var fields = QueryFields.Of(form).ToList();
        var at = fields.FindIndex(field => (PageFields.IsPage(field.Key) || rows > 0 && PageFields.IsOffset(field.Key)) && Number(field.Value) is not null);
        if (at < 0)
            return NextHeld(fields, rows);
        fields[at] = new(fields[at].Key, Counted(fields[at].Key, fields[at].Value, rows));
        return string.Join('&', fields.Select(field => $"{field.Key}={field.Value}"));
    }

    // params={"pageIndex":0,…}: JSON in one field of a form.
    private static string? NextHeld(List<KeyValuePair<string, string>> fields, int rows)
    {
        var at = fields.FindIndex(field => IsJson(Uri.UnescapeDataString(field.Value)) && Member().IsMatch(Uri.UnescapeDataString(field.Value)));
        if (at < 0)
            return null;
        fields[at] = new(fields[at].Key, Uri.EscapeDataString(NextBody(Uri.UnescapeDataString(fields[at].Value), rows)!));
        return string.Join('&', fields.Select(field => $"{field.Key}={field.Value}"));
    }

    // The JSON that counts in a body: the body itself, or what one of its fields holds.
    private static string? JsonIn(string? form) =>
        form is null || IsJson(form) ? form
        : QueryFields.Of(form).Select(field => Uri.UnescapeDataString(field.Value)).FirstOrDefault(value => IsJson(value) && Member().IsMatch(value));

    private static string Counted(string name, string value, int rows) =>
        (Number(value)!.Value + (PageFields.IsOffset(name) ? Math.Max(rows, 1) : 1)).ToString(CultureInfo.InvariantCulture);

    private static int? Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : null;

    [GeneratedRegex("""
        (?: "(?<name>_?(?:page|p|pn|page_?no|page_?num(?:ber)?|page_?index|current_?page|current|curr?_?page|now_?page|this_?page|page_?current|start|offset|skip|start_?index|start_?row))" | (?<="(?:page|paging|pager|pagination|pageable|pageInfo)"\s*:\s*\{[^{}]*)"(?<name>index|no|num|number)" )\s*:\s*"?(?<number>\d{1,5})(?=["\s,}])
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Member();
}
