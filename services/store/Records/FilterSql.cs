using Dapper;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Database;

namespace Pipeline.Store.Records;

/// <summary>The conditions of a filter as SQL over <c>records r</c>, with their values as parameters.</summary>
internal static class FilterSql
{
    // A run's checks without change are folded into counts when it ends: the document then tells.
    private const string RunCondition =
        """
        r.id IN (SELECT COALESCE(q.copy_of, q.id) FROM record_sources s JOIN records q ON q.id = s.record_id WHERE s.document_id IN (
            SELECT f.document_id FROM fetches f JOIN crawl_runs c ON c.id = f.run_id WHERE c.run_key = @run
            UNION SELECT d.id FROM documents d JOIN crawl_runs c ON c.id = d.last_run_id WHERE c.run_key = @run))
        """;

    public static (string Where, DynamicParameters Values) Of(RecordFilter filter)
    {
        var conditions = new List<string> { "r.current_version_id IS NOT NULL" };
        var values = new DynamicParameters();
        if (!filter.Everything)
            conditions.Add("r.copy_of IS NULL AND r.state <> 'withdrawn'");
        if (filter.Id is { } id)
            Add("r.id = @id", "id", id);
        if (BodyKey.Of(filter.Authority) is { } authority)
            Add("r.authority_key LIKE @authority ESCAPE '\\'", "authority", $"%{Escaped(authority)}%");
        if (filter.Year is { } year)
            Add("r.year = @year", "year", year);
        // What a person has finished with is at least as safe as what needed none.
        if (filter.Status == ReviewStatus.Accepted)
            conditions.Add("r.status IN ('accepted', 'reviewed')");
        else if (filter.Status is { } status)
            Add("r.status = @status", "status", StoredName.Of(status));
        if (filter.Form is { } form)
            Add("r.form = @form", "form", form);
        if (filter.Genre is { } genre)
            AddForms(FormCatalog.Current.Forms.Where(known => known.Genre == genre).Select(known => known.Id));
        if (filter.Region is { } region)
        {
            Add(RegionSql.Within("r.region_code", "region", "lastRegion"), "region", region);
            values.Add("lastRegion", RegionSql.Last(region));
        }

        if (filter.Url is { } url)
            Add("r.id IN (SELECT COALESCE(q.copy_of, q.id) FROM record_sources s JOIN documents d ON d.id = s.document_id JOIN records q ON q.id = s.record_id WHERE d.url = @url)", "url", url);
        if (filter.Source is { } source)
            Add("r.id IN (SELECT COALESCE(q.copy_of, q.id) FROM record_sources s JOIN documents d ON d.id = s.document_id JOIN records q ON q.id = s.record_id WHERE d.source = @source)", "source", source);
        if (filter.UpdatedSince is { } since)
            Add("(r.updated_at >= @since OR r.id IN (SELECT record_id FROM cell_reviews WHERE reviewed_at >= @since) OR r.id IN (SELECT record_id FROM record_reviews WHERE reviewed_at >= @since))", "since", StoredTime.Text(since));
        if (filter.Run is { } run)
            Add(RunCondition, "run", run.ToString("D"));
        return (string.Join(" AND ", conditions), values);

        void AddForms(IEnumerable<string> forms)
        {
            // Ids of forms hold letters, digits and dashes alone.
            conditions.Add($"r.form IN ({string.Join(", ", forms.Select(form => $"'{form}'").DefaultIfEmpty("NULL"))})");
        }

        void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            values.Add(name, value);
        }
    }

    public static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
