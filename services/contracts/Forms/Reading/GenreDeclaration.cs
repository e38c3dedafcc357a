using System.Text.RegularExpressions;
using Pipeline.Contracts.Declarations;

namespace Pipeline.Contracts.Forms.Reading;

/// <summary>Reads the declaration of a genre. Its schema is <c>forms/genre.schema.json</c>.</summary>
internal static class GenreDeclaration
{
    private static readonly string[] Facts = ["authority", "year"];

    /// <returns>Without its forms; null when the faults leave nothing to use.</returns>
    public static Genre? Read(PlacedJson root, ICollection<DeclarationFault> faults)
    {
        var before = faults.Count;
        var fields = new DeclarationFields(root, "a genre", ["$schema", "id", "name", "identity", "default", "title", "nonReports", "crawl"], faults);
        var genre = new Genre(
            fields.Required("id", Identifiers.Fault),
            Texts.Localized(fields, root, faults),
            [.. fields.Texts("identity", text => Facts.Contains(text) ? null : $"'{text}' is no fact that identifies a record: write {string.Join(" or ", Facts)}")],
            fields.Flag("default") ?? false,
            Titles(Inner("title", ["subject", "errand", "aftermath", "blankForm", "lookAlike"])),
            NonReports(Inner("nonReports", ["guide", "formerHeading", "formerUntil"])),
            Crawl(Inner("crawl", ["report", "annual", "otherAnnual", "column", "reportPath", "columnPath", "marks"])),
            []);
        return faults.Count == before ? genre : null;

        DeclarationFields Inner(string name, string[] known)
        {
            if (fields.Value(name) is null && name != "nonReports")
                faults.Add(new(root.Line, $"Here '{name}' is missing in a genre.", root.Column));
            return new DeclarationFields(fields.Value(name) ?? root with { Members = [] }, $"'{name}'", known, faults);
        }
    }

    private static GenreTitles Titles(DeclarationFields title) =>
        new(Patterns.Required(title, "subject"), Patterns.OrNever(title, "errand"), Patterns.OrNever(title, "aftermath"), Patterns.OrNever(title, "blankForm"), Patterns.OrNever(title, "lookAlike"));

    private static NonReportPatterns NonReports(DeclarationFields patterns) =>
        new(Patterns.Of(patterns, "guide"), Patterns.Of(patterns, "formerHeading"), (int?)patterns.Number("formerUntil", 1900, 2200, whole: true));

    private static CrawlPatterns Crawl(DeclarationFields crawl) => new(
        Patterns.Required(crawl, "report", RegexOptions.IgnoreCase), Patterns.Of(crawl, "annual"), Patterns.Of(crawl, "otherAnnual"), Patterns.Of(crawl, "column"),
        Patterns.Of(crawl, "reportPath", RegexOptions.IgnoreCase), Patterns.Of(crawl, "columnPath", RegexOptions.IgnoreCase), [.. crawl.Texts("marks")]);
}
