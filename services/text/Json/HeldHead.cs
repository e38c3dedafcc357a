using System.Net;
using System.Text;
using System.Text.Json;

namespace Pipeline.Text.Json;

/// <summary>What stands beside the content of an article: in its own object first, then in those around it. Names are the services' own: they are told by their parts.</summary>
/// <param name="Sources">Who is said to have written or published it.</param>
internal sealed record HeldHead(string? Title, string? Published, IReadOnlyList<string> Sources)
{
    // What is farther away is said of the whole answer.
    private const int MostLevels = 3;

    private const int LongestValue = 200;

    private static readonly string[] TitleNames = ["title", "doctitle", "articletitle", "infotitle", "newstitle", "showtitle", "maintitle", "subject", "headline", "bt", "name", "topic"];

    private static readonly string[] SourceNames = ["source", "author", "publisher", "dept", "department", "orgname", "unitname", "fbjg", "laiyuan"];

    /// <param name="around">Objects, the nearest first.</param>
    public static HeldHead Of(IEnumerable<JsonElement> around)
    {
        var levels = around.Take(MostLevels).Select(level => level.EnumerateObject().Select(Said).OfType<KeyValuePair<string, string>>().ToList()).ToList();
        return new(
            levels.Select(TitleIn).FirstOrDefault(title => title is not null),
            levels.Select(HeldDate.In).FirstOrDefault(date => date is not null),
            [.. levels.SelectMany(level => level).Where(said => Array.Exists(SourceNames, name => said.Key.EndsWith(name, StringComparison.Ordinal))).Select(said => said.Value).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A page that says in its head what is known of it, as pages of governments do.</summary>
    public string Page(string markup)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\">");
        if (Title is not null)
            page.Append("<title>").Append(WebUtility.HtmlEncode(Title)).Append("</title>");
        foreach (var (name, content) in Metas())
            page.Append("<meta name=\"").Append(name).Append("\" content=\"").Append(WebUtility.HtmlEncode(content)).Append("\">");
        return page.Append("</head><body>\n").Append(markup).Append("\n</body></html>").ToString();
    }

    /// <summary>A text below its title.</summary>
    public string Over(string text) => Title is null ? text : $"{Title}\n{text}";

    private IEnumerable<(string Name, string Content)> Metas()
    {
        if (Title is not null)
            yield return ("ArticleTitle", Title);
        if (Published is not null)
            yield return ("PubDate", Published);
        foreach (var source in Sources)
            yield return ("ContentSource", source);
    }

    private static string? TitleIn(List<KeyValuePair<string, string>> level)
    {
        foreach (var name in TitleNames)
            if (level.FirstOrDefault(said => said.Key == name && IsChinese(said.Value)).Value is { } title)
                return title;
        return level.FirstOrDefault(said => said.Key.EndsWith("title", StringComparison.Ordinal) && IsChinese(said.Value)).Value;
    }

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4E00' and <= '\u9FFF');

    // {"title": {"rendered": "…"}}: some systems wrap each text in an object of its own.
    private static KeyValuePair<string, string>? Said(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.String when field.Value.GetString() is { Length: > 0 and <= LongestValue } text => new(NameOf(field), Clean(text)),
        JsonValueKind.Number => new(NameOf(field), field.Value.GetRawText()),
        JsonValueKind.Object => field.Value.EnumerateObject().Where(inner => inner.Value.ValueKind == JsonValueKind.String).Select(inner => inner.Value.GetString()!)
            .Where(text => text.Length is > 0 and <= LongestValue).Take(1).Select(text => (KeyValuePair<string, string>?)new(NameOf(field), Clean(text))).FirstOrDefault(),
        _ => null,
    };

    // pub_date, pubDate and PUBDATE are one name.
    private static string NameOf(JsonProperty field) => field.Name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    // Titles carry entities and marks of what was searched for.
    private static string Clean(string text) => WebUtility.HtmlDecode(FieldText.WithoutElements(text)).Trim();
}
