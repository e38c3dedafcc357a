using System.Collections.Concurrent;
using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>
/// How the address of an article's shell makes the request for what it shows: learned from one shell that a browser has shown, for all whose addresses are
/// of its shape. What the answer is, it shows itself.
/// </summary>
internal sealed class ArticleRequests
{
    /// <summary>Rule of a request that another shell taught.</summary>
    public const string Rule = "article-request";

    // The last part of the path or of a route behind the hash sign, where no field of the query names the article.
    private const string InPath = "/";

    private const string InRoute = "#";

    // Shorter values stand in many addresses by chance.
    private const int ShortestValue = 3;

    private readonly ConcurrentDictionary<string, (string Address, FoundLink Asked)> _templates = new(StringComparer.Ordinal);

    /// <param name="asked">What the shell was seen to ask for.</param>
    public void Learn(Uri shell, FoundLink asked)
    {
        foreach (var (name, value) in Values(shell))
        {
            var (address, form) = (With(asked.Url.AbsoluteUri, name, value), asked.Form is null ? null : With(asked.Form, name, value));
            if (address != asked.Url.AbsoluteUri || form != asked.Form)
                _templates.TryAdd(Shape(shell), (address, asked with { Form = form }));
        }
    }

    /// <summary>The request of another shell; null where none of its shape was seen.</summary>
    public FoundLink? Of(Uri shell)
    {
        if (!_templates.TryGetValue(Shape(shell), out var template))
            return null;
        var values = Values(shell).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        string Filled(string text) => RowTemplate.Fields(text).Count == 0 ? text : RowTemplate.Fill(text, name => values.GetValueOrDefault(name)) ?? "";
        return Uri.TryCreate(Filled(template.Address), UriKind.Absolute, out var url)
            ? template.Asked with { Url = url, Text = "", Kind = LinkKind.Continuation, Rule = Rule, Form = template.Asked.Form is { } form ? Filled(form) : null }
            : null;
    }

    private static string Shape(Uri shell) => $"{UrlShape.Of(shell).Shape}#{UrlShape.Of(new Uri(shell, $"/{shell.Fragment.TrimStart('#', '!', '/')}")).Shape}";

    private static IEnumerable<KeyValuePair<string, string>> Values(Uri shell) =>
        QueryFields.Of(shell.Query).DistinctBy(field => field.Key).Select(field => KeyValuePair.Create(field.Key, Uri.UnescapeDataString(field.Value)))
            .Append(KeyValuePair.Create(InPath, Path.GetFileNameWithoutExtension(shell.AbsolutePath.TrimEnd('/'))))
            .Append(KeyValuePair.Create(InRoute, shell.Fragment[(shell.Fragment.LastIndexOfAny(['/', '=']) + 1)..]))
            .Where(field => field.Value.Length >= ShortestValue);

    // Whole words only, and never the host.
    private static string With(string text, string name, string value)
    {
        var start = text.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? Math.Max(0, text.IndexOf('/', "https://".Length)) : 0;
        var at = text.IndexOf(value, start, StringComparison.Ordinal);
        return at < 0 || IsWord(text, at - 1) || IsWord(text, at + value.Length) ? text : string.Concat(text.AsSpan(0, at), RowTemplate.Field(name), text.AsSpan(at + value.Length));
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(text[at]);
}
