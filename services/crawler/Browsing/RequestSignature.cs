using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Browsing;

/// <summary>Knows a request that its page's script has signed: it is good once and for this part of the list, so that it is no recipe.</summary>
internal static partial class RequestSignature
{
    public static bool Signs(BrowserRequest request) =>
        QueryFields.Of(request.Url.Query).Any(IsSignature)
        || (request.Body is { } body && (ListCounter.IsJson(body) ? Member().IsMatch(body) : QueryFields.Of(body).Any(IsSignature)))
        || (request.Headers is { } headers && Header().IsMatch(headers));

    private static bool IsSignature(KeyValuePair<string, string> field) => Name().IsMatch(field.Key) && field.Value.Length > 0;

    [GeneratedRegex("^(?:x-?)?(?:api-?)?(?:sign|signature|sig)$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex("\"(?:x-?)?(?:api-?)?(?:sign|signature|sig)\"\\s*:\\s*\"[^\"]", RegexOptions.IgnoreCase)]
    private static partial Regex Member();

    [GeneratedRegex("^(?:x-?)?(?:[a-z]+-)?(?:sign|signature|sig)\\s*:", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Header();
}
