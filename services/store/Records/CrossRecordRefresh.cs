using System.Data.Common;
using System.Text.Json;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Database;

namespace Pipeline.Store.Records;

/// <summary>Keeps what follows from comparing records with each other: copies on other sites, and findings across years.</summary>
internal static class CrossRecordRefresh
{
    private const string Versions =
        """
        SELECT r.id AS RecordId, r.state AS State, r.trust AS Trust, r.copy_of AS CopyOf, d.url AS Url, v.id = r.current_version_id AS IsCurrent, v.values_hash AS ValuesHash, v.text_hash AS TextHash
        FROM records r JOIN record_versions v ON v.record_id = r.id JOIN documents d ON d.id = v.document_id
        WHERE r.authority_key = @AuthorityKey AND r.year = @Year
        """;

    private const string Years =
        """
        SELECT r.id AS Id, r.year AS Year, r.findings AS Findings, v.form AS Form, v.cell_values AS CellValues FROM records r JOIN record_versions v ON v.id = r.current_version_id
        WHERE r.authority_key = @AuthorityKey AND r.year BETWEEN @Year - 1 AND @Year + 1 AND r.site = @Site AND r.state <> 'withdrawn'
        """;

    public static async Task Refresh(DbTransaction transaction, IEnumerable<RecordGroup> groups)
    {
        foreach (var group in groups)
        {
            var (versions, years) = await Read(transaction, group);
            await RefreshCopies(transaction, versions);
            // A record of a year changes its own findings and those of the year after.
            foreach (var genre in years.GroupBy(row => FormCatalog.Current.GenreOf(row.Form).Id))
                await RefreshFindings(transaction, genre.ToDictionary(row => row.Year), group.Year);
        }
    }

    private static async Task<(List<CopyRow> Versions, List<ValuesRow> Years)> Read(DbTransaction transaction, RecordGroup group)
    {
        await using var rows = await transaction.Connection!.QueryMultipleAsync($"{Versions}; {Years}", group, transaction);
        return ([.. await rows.ReadAsync<CopyRow>()], [.. await rows.ReadAsync<ValuesRow>()]);
    }

    private static async Task RefreshCopies(DbTransaction transaction, List<CopyRow> versions)
    {
        var rows = versions.GroupBy(row => row.RecordId).ToList();
        var candidates = rows.Where(record => record.First().State != "withdrawn").Select(record =>
        {
            var current = record.Single(row => row.IsCurrent);
            return new CopyCandidate(record.Key, StoredName.Read<SourceTrust>(current.Trust), current.Url, current.Content, record.Select(row => row.Content).ToHashSet(StringComparer.Ordinal));
        });
        var copies = CopyGroups.Assign(candidates);
        foreach (var record in rows)
        {
            long? original = copies.TryGetValue(record.Key, out var found) ? found : null;
            if (record.First().CopyOf != original)
                await transaction.Connection!.ExecuteAsync("UPDATE records SET copy_of = @original WHERE id = @record", new { record = record.Key, original }, transaction);
        }
    }

    private static async Task RefreshFindings(DbTransaction transaction, Dictionary<int, ValuesRow> years, int from)
    {
        foreach (var current in years.Values.Where(row => row.Year >= from))
        {
            var found = years.TryGetValue(current.Year - 1, out var previous) ? YearToYear.Findings(FormCatalog.Current.Form(current.Form), previous.ByCell(), current.ByCell()) : [];
            var findings = found.Count == 0 ? null : JsonSerializer.Serialize(found);
            if (findings != current.Findings)
                await transaction.Connection!.ExecuteAsync("UPDATE records SET findings = @findings WHERE id = @Id", new { current.Id, findings }, transaction);
        }
    }

    private sealed class CopyRow
    {
        public long RecordId { get; init; }

        public required string State { get; init; }

        public required string Trust { get; init; }

        public long? CopyOf { get; init; }

        public required string Url { get; init; }

        public bool IsCurrent { get; init; }

        public required byte[] ValuesHash { get; init; }

        public required byte[] TextHash { get; init; }

        public string Content => Convert.ToHexStringLower(ValuesHash) + Convert.ToHexStringLower(TextHash);
    }

    private sealed class ValuesRow
    {
        public long Id { get; init; }

        public int Year { get; init; }

        public string? Findings { get; init; }

        public required string Form { get; init; }

        public required string CellValues { get; init; }

        public Dictionary<CellId, decimal?> ByCell() => FormCatalog.Current.Form(Form).Cells.Select(cell => cell.Id).Zip(StoredValues.Read(CellValues)).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}

/// <summary>Records that are compared with each other: of one body, in one year and those beside it.</summary>
internal sealed record RecordGroup(string Site, string AuthorityKey, int Year);
