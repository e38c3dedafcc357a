using Dapper;
using Pipeline.Database;
using Pipeline.Store.Records;

namespace Pipeline.Store.Reviews;

/// <summary>The conditions and orders of the review queue as SQL over <c>records r</c> and <c>doubted_versions w</c>.</summary>
internal static class QueueSql
{
    /// <summary>Where the conditions hold.</summary>
    public const string Tables = "records r LEFT JOIN doubted_versions w ON w.version_id = r.current_version_id";

    // Rows of versions are wide: looked at only where somebody asks for sums.
    private const string BrokenSum = "(SELECT 1 FROM record_versions b WHERE b.id = r.current_version_id AND b.violations <> '[]')";

    /// <summary>What records are ordered by, the smallest first.</summary>
    public static string Place(QueueOrder order) => order == QueueOrder.Confidence ? "r.confidence" : "COALESCE(-w.largest / w.doubts, 0)";

    /// <returns>Conditions, each with AND before it.</returns>
    public static (string Where, DynamicParameters Values) Of(QueueFilter filter, DateTimeOffset now)
    {
        var where = "";
        var values = new DynamicParameters();
        if (filter.Reason is { } reason)
            where += " AND " + Condition(reason);
        if (filter.Source is { } source)
            Add("r.id IN (SELECT s.record_id FROM record_sources s JOIN documents o ON o.id = s.document_id WHERE o.source = @source)", "source", source);
        if (filter.Region is { } region)
        {
            Add(RegionSql.Within("r.region_code", "region", "lastRegion"), "region", region);
            values.Add("lastRegion", RegionSql.Last(region));
        }

        if (filter.Form is { } form)
            Add("r.form = @form", "form", form);
        if (filter.Doubts is { } doubts)
            Add("w.doubts <= @doubts", "doubts", doubts);
        if (filter.Assignee is { Length: 0 })
            where += " AND r.id NOT IN (SELECT a.record_id FROM record_assignments a)";
        else if (filter.Assignee is { } assignee)
            Add("r.id IN (SELECT a.record_id FROM record_assignments a WHERE a.assignee = @assignee)", "assignee", assignee);
        if (filter.NotSkippedBy is { } person)
        {
            Add("r.id NOT IN (SELECT k.record_id FROM record_skips k WHERE k.reviewer = @person AND k.until >= @now)", "person", person);
            values.Add("now", StoredTime.Text(now));
        }

        return (where, values);

        void Add(string condition, string name, object value)
        {
            where += " AND " + condition;
            values.Add(name, value);
        }
    }

    private static string Condition(QueueReason reason) => reason switch
    {
        QueueReason.Body => "r.authority IS NULL",
        QueueReason.Year => "r.year IS NULL",
        QueueReason.Sum => $"EXISTS {BrokenSum}",
        _ => $"r.authority IS NOT NULL AND r.year IS NOT NULL AND NOT EXISTS {BrokenSum}",
    };
}
