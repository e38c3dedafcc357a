using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Pipeline.Crawler.Fetching;

/// <summary>Writes an order as an HTTP/1.1 request.</summary>
internal sealed class HttpRequestWriter(UserAgent userAgent)
{
    private readonly string _userAgent = userAgent.ToString();

    public HttpRequestMessage Of(FetchRequest order)
    {
        var request = new HttpRequestMessage(order.Form is null ? HttpMethod.Get : HttpMethod.Post, order.Url)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (order.Form is { } form)
            request.Content = form.AsSpan().TrimStart() is ['{' or '[', ..]
                ? new StringContent(form, Encoding.UTF8, new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" })
                : new StringContent(form, Encoding.ASCII, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        var headers = request.Headers;
        headers.TryAddWithoutValidation("User-Agent", _userAgent);
        headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        headers.TryAddWithoutValidation("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
        headers.TryAddWithoutValidation("Accept-Encoding", ContentDecoding.Accepted);
        // What a list's own script says that it accepts is said instead.
        if (Stated(order.Headers).Any(header => header.Name.Equals("Accept", StringComparison.OrdinalIgnoreCase)))
            headers.Remove("Accept");
        foreach (var (name, value) in Stated(order.Headers))
            if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                AddStored(headers, name, name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) && order.Cookie is { } held ? $"{held}; {value}" : value);
            else if (request.Content is { } content && MediaTypeHeaderValue.TryParse(value, out var type))
                content.Headers.ContentType = type;
        if (!headers.Contains("Cookie"))
            AddStored(headers, "Cookie", order.Cookie);
        AddStored(headers, "If-None-Match", order.IfNoneMatch);
        AddStored(headers, "If-Modified-Since", order.IfModifiedSince);
        if (order.Referrer is { } referrer)
            headers.TryAddWithoutValidation("Referer", referrer.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
        return request;
    }

    private static IEnumerable<(string Name, string Value)> Stated(string? lines)
    {
        foreach (var line in lines?.Split('\n') ?? [])
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                yield return (line[..colon], line[(colon + 1)..].Trim());
    }

    // A stored value went through files and databases: one with a control character would break the request.
    private static void AddStored(HttpRequestHeaders headers, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value) && !value.Any(char.IsControl))
            headers.TryAddWithoutValidation(name, value);
    }
}
