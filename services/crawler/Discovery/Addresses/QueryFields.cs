namespace Pipeline.Crawler.Discovery.Addresses;

/// <summary>The fields of a query in their order, still percent-encoded.</summary>
internal static class QueryFields
{
    /// <param name="query">With or without the question mark.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(string query)
    {
        var trimmed = query.TrimStart('?');
        if (trimmed.Length == 0)
            return [];
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var part in trimmed.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            fields.Add(equals < 0 ? new(part, "") : new(part[..equals], part[(equals + 1)..]));
        }

        return fields;
    }

    /// <summary>The query with its question mark; empty for no fields.</summary>
    public static string Join(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var joined = string.Join('&', fields.Select(field => field.Value.Length == 0 ? field.Key : $"{field.Key}={field.Value}"));
        return joined.Length == 0 ? "" : "?" + joined;
    }

    /// <summary>The same address with one field set to a plain value, in its place or at the end.</summary>
    public static Uri With(Uri url, string name, string value)
    {
        var fields = Of(url.Query).ToList();
        var at = fields.FindIndex(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        var field = new KeyValuePair<string, string>(at < 0 ? name : fields[at].Key, Uri.EscapeDataString(value));
        if (at < 0)
            fields.Add(field);
        else
            fields[at] = field;
        return new UriBuilder(url) { Query = Join(fields) }.Uri;
    }

    /// <summary>Decoded value of the field, ignoring case; null when absent.</summary>
    public static string? Value(Uri url, string name)
    {
        foreach (var (key, value) in Of(url.Query))
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return Uri.UnescapeDataString(value.Replace('+', ' '));
        return null;
    }
}
