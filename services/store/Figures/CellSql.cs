using System.Globalization;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Database;

namespace Pipeline.Store.Figures;

/// <summary>One cell of a record's version as SQL over <c>record_versions v</c>.</summary>
internal static class CellSql
{
    /// <summary>The cell's place differs between the forms; a form without it states nothing.</summary>
    public static string ValueOf(CellId cell, DatabaseEngine engine)
    {
        var cases = FormCatalog.Current.Forms.Where(form => form.Contains(cell)).Select(form => $"WHEN '{form.Id}' THEN {ValueAt(form.OrdinalOf(cell), engine)}");
        return $"CASE v.form {string.Join(' ', cases)} END";
    }

    private static string ValueAt(int place, DatabaseEngine engine) => engine == DatabaseEngine.Sqlite
        ? string.Create(CultureInfo.InvariantCulture, $"json_extract(v.cell_values, '$[{place}]')")
        : string.Create(CultureInfo.InvariantCulture, $"(v.cell_values::jsonb ->> {place})::numeric");
}
