using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Documents;

namespace Pipeline.Store.Records;

/// <summary>Which record a report belongs to: one body and year on one site, of each genre. See <c>docs/decisions/record-identity.md</c>.</summary>
/// <param name="Key">The whole identity as one text, unique in the database.</param>
/// <param name="AuthorityKey">Null when the report names no body.</param>
/// <param name="Year">Null when the report says none.</param>
internal sealed record RecordIdentity(string Key, string Site, string? AuthorityKey, int? Year)
{
    /// <param name="url">Canonical address of the document.</param>
    /// <param name="ordinal">Place of the report in the document, from 0.</param>
    public static RecordIdentity Of(AnnualReport report, string url, int ordinal)
    {
        var site = SiteName.Of(url);
        var authority = BodyKey.Of(report.Authority);
        // Without both, nothing tells two records of the site apart but the document they stand in.
        var key = authority is not null && report.Year is { } year
            ? string.Create(CultureInfo.InvariantCulture, $"{site} {authority} {year}{GenreOf(report)}")
            : string.Create(CultureInfo.InvariantCulture, $"{url} #{ordinal}");
        return new RecordIdentity(StoredText.Clean(key)!, StoredText.Clean(site)!, authority, report.Year);
    }

    // The default genre's keys are as old as the database and name none.
    private static string GenreOf(AnnualReport report) =>
        FormCatalog.Current.Find(report.Form) is { } form && form.Genre != FormCatalog.Current.DefaultGenre.Id ? $" {form.Genre}" : "";
}
