using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Pipeline.Web.Layout;

/// <summary>Chooses the language: what the person chose before, else what the browser prefers.</summary>
public static class LanguageChoice
{
    public const string Cookie = "pipeline-language";

    public static Language Of(HttpRequest request) => request.Cookies[Cookie] switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => Preferred(request),
    };

    public static string CodeOf(Language language) => language == Language.Chinese ? "zh" : "en";

    private static Language Preferred(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptLanguage;
        var first = accepted.Where(language => language.Quality != 0).OrderByDescending(language => language.Quality ?? 1).Select(Known).FirstOrDefault(language => language is not null);
        return first ?? Language.English;
    }

    private static Language? Known(StringWithQualityHeaderValue language) =>
        language.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese
        : language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
        : null;
}
