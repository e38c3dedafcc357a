using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using Pipeline.Bodies.Findings;
using Pipeline.Bodies.Names;
using Pipeline.Contracts.Forms;
using Pipeline.Database;
using Pipeline.Store.Records;

namespace Pipeline.Store.Findings;

/// <summary>Reads the reports of some bodies, of each year the best.</summary>
internal sealed class FamilyReports(IReadOnlyDictionary<long, FamilyReports.BodyRow> bodies, ILookup<long, (string Cell, decimal? Value)> corrected)
{
    /// <summary>All bodies, and what people decided about cells.</summary>
    public static async Task<FamilyReports> Open(DbConnection connection)
    {
        var bodies = await connection.QueryAsync<BodyRow>(
            "SELECT id AS Id, kind AS Kind, government_id AS Government, first_expected AS FirstExpected, last_expected AS LastExpected, declared_id AS Declared FROM bodies WHERE became_id IS NULL ORDER BY id");
        // Few beside the cells that nobody looked at. The engines sum as different types; text is the same in both.
        var corrected = await connection.QueryAsync<(long Record, string Cell, string? Value)>("SELECT record_id, cell_id, CAST(value AS TEXT) FROM standing_reviews");
        return new FamilyReports(
            bodies.ToDictionary(body => body.Id),
            corrected.ToLookup(one => one.Record, one => (one.Cell, one.Value is null ? (decimal?)null : decimal.Parse(one.Value, NumberStyles.Float, CultureInfo.InvariantCulture))));
    }

    public IReadOnlyCollection<BodyRow> Bodies => [.. bodies.Values];

    /// <returns>By id; bodies without a report included.</returns>
    public async Task<IReadOnlyDictionary<long, BodyReports>> Read(DbConnection connection, IReadOnlyCollection<long> ids)
    {
        var rows = await connection.QueryAsync<ReportRow>(
            $"""
            SELECT r.body_id AS Body, r.id AS Id, r.year AS Year, v.form AS Form, v.cell_values AS CellValues, r.trust AS Trust, r.status AS Status, r.confidence AS Confidence
            FROM records r JOIN record_versions v ON v.id = r.current_version_id
            WHERE r.body_id {IdList.Among(connection)} AND r.copy_of IS NULL AND r.state <> 'withdrawn' AND r.year IS NOT NULL
            """,
            new { ids = IdList.Text(ids) });
        var reports = rows.Where(row => FormCatalog.Current.Find(row.Form)?.Genre == FormCatalog.Current.DefaultGenre.Id)
            .GroupBy(row => (row.Body, row.Year)).Select(Best).ToLookup(row => row.Body, ToReport);
        return ids.Distinct().ToDictionary(id => id, id => bodies[id].ToReports([.. reports[id].OrderBy(report => report.Year)]));
    }

    private static ReportRow Best(IEnumerable<ReportRow> rows) =>
        rows.OrderByDescending(row => row.Trust == "official").ThenByDescending(row => row.Status != "review").ThenByDescending(row => row.Confidence).ThenByDescending(row => row.Id).First();

    private YearReport ToReport(ReportRow row)
    {
        var form = FormCatalog.Current.Form(row.Form);
        var values = StoredValues.Read(row.CellValues);
        foreach (var (cell, value) in corrected[row.Id])
        {
            if (form.Find(new Contracts.CellId(cell)) is { } known)
                values[known.Index] = value;
        }

        return new YearReport(row.Id, row.Year, form, values);
    }

    internal sealed class BodyRow
    {
        public long Id { get; init; }

        public required string Kind { get; init; }

        public long? Government { get; init; }

        public int? FirstExpected { get; init; }

        public int? LastExpected { get; init; }

        public string? Declared { get; init; }

        public BodyReports ToReports(ImmutableArray<YearReport> reports) => new(Id, StoredName.Read<BodyKind>(Kind), reports, FirstExpected, LastExpected, Declared is not null);
    }

    private sealed class ReportRow
    {
        public long Body { get; init; }

        public long Id { get; init; }

        public int Year { get; init; }

        public required string Form { get; init; }

        public required string CellValues { get; init; }

        public required string Trust { get; init; }

        public required string Status { get; init; }

        public double Confidence { get; init; }
    }
}
