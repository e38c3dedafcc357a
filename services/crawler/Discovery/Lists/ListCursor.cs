using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>
/// Lists that count nothing: each answer names a token (<c>nextCursor</c>) with which the next part is asked for, in the field of a like name (<c>cursor=</c>).
/// </summary>
internal static partial class ListCursor
{
    /// <summary>Longer texts are no tokens.</summary>
    public const int Longest = 500;

    /// <summary>Whether something of this name may be such a token.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>The request for the rows after the last that an answer held, <c>afterId=4704</c>; null when no field asks for them.</summary>
    /// <param name="last">What the last row calls its id.</param>
    public static (Uri Url, string? Form, string Field)? After(Uri url, string? form, string last)
    {
        if (QueryFields.Of(form ?? url.Query).FirstOrDefault(field => AfterName().IsMatch(field.Key)) is not { Key: { } name, Value: var asked } || asked == last || form is not null && ListCounter.IsJson(form))
            return null;
        return form is null ? (QueryFields.With(url, name, last), null, name) : (url, string.Join('&', QueryFields.Of(form).Select(field => $"{field.Key}={(field.Key == name ? Uri.EscapeDataString(last) : field.Value)}")), name);
    }

    /// <summary>The request for the next part; null when the answer names none, or the one that was asked for.</summary>
    /// <param name="form">Body that was posted; null for GET.</param>
    /// <param name="told">Tokens of the answer, by name.</param>
    /// <returns>Field is the name of the one that holds the token.</returns>
    public static (Uri Url, string? Form, string Field)? Next(Uri url, string? form, IReadOnlyDictionary<string, string> told)
    {
        if (told.Count == 0)
            return null;
        if (form is not null && ListCounter.IsJson(form))
        {
            foreach (Match member in Member().Matches(form))
                if (Token(member.Groups["name"].Value, member.Groups["value"].Value, told) is { } token)
                    return (url, string.Concat(form.AsSpan(0, member.Groups["whole"].Index), System.Text.Json.JsonSerializer.Serialize(token), form.AsSpan(member.Groups["whole"].Index + member.Groups["whole"].Length)), member.Groups["name"].Value);
            return null;
        }

        foreach (var (name, value) in QueryFields.Of(form ?? url.Query))
            if (Token(name, Uri.UnescapeDataString(value), told) is { } token)
                return form is null
                    ? (QueryFields.With(url, name, token), null, name)
                    : (url, string.Join('&', QueryFields.Of(form).Select(field => $"{field.Key}={(field.Key == name ? Uri.EscapeDataString(token) : field.Value)}")), name);
        return null;
    }

    private static string? Token(string field, string asked, IReadOnlyDictionary<string, string> told) =>
        IsName(field) ? told.FirstOrDefault(token => Stem(token.Key) == Stem(field) && token.Value != asked).Value : null;

    // nextCursor, next_cursor and cursor are one.
    private static string Stem(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        return plain.StartsWith("next", StringComparison.Ordinal) && plain.Length > "next".Length ? plain["next".Length..] : plain;
    }

    [GeneratedRegex("^(?:after|last|max|min|before|since)_?(?:row_?|doc_?|info_?|article_?)?id$", RegexOptions.IgnoreCase)]
    private static partial Regex AfterName();

    [GeneratedRegex("^(?:next|end|last|scroll|page)?_?-?(?:cursor|token|marker|scroll_?id|search_?after|page_?token|last_?id|max_?id)$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex("""
        "(?<name>\w+)"\s*:\s*(?<whole>null|"(?<value>(?:[^"\\]|\\.)*)"|(?<value>\d+))
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Member();
}
