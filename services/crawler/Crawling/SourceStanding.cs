namespace Pipeline.Crawler.Crawling;

/// <summary>What crawls have learned of a source.</summary>
/// <param name="Lists">Pages and requests that led to reports when they were looked at last.</param>
/// <param name="Recipes">How many of the lists are asked for as scripts do, by what showed it: <c>script</c> or <c>browser</c>.</param>
/// <param name="Waiting">Findings that wait for a person, or for a later night, one line each.</param>
public sealed record SourceStanding(string Source, SourceYears Years, int Lists, IReadOnlyDictionary<string, int> Recipes, IReadOnlyList<string> Waiting)
{
    /// <summary>How its reports were found, in words.</summary>
    public string FoundBy => Years.Documents == 0
        ? "nothing found yet"
        : string.Join(", ", new[] { Lists > 0 ? $"{Lists} lists" : "single links" }.Concat(Recipes.OrderBy(recipe => recipe.Key, StringComparer.Ordinal).Select(recipe => $"{recipe.Value} asked for as its {recipe.Key} showed")));
}
