using System.Data.Common;
using Dapper;

namespace Pipeline.Store.Records;

/// <summary>Addresses of the documents that show a record, its copies' included.</summary>
internal static class RecordSources
{
    public static async Task<ILookup<long, string>> Of(DbConnection connection, IReadOnlyCollection<long> records)
    {
        if (records.Count == 0)
            return Enumerable.Empty<string>().ToLookup(_ => 0L);
        var rows = await connection.QueryAsync<(long RecordId, string Url)>(
            $"""
            SELECT COALESCE(r.copy_of, r.id), d.url FROM records r
            JOIN record_sources s ON s.record_id = r.id JOIN documents d ON d.id = s.document_id
            WHERE (r.id IN {IdList.Of(records)} OR r.copy_of IN {IdList.Of(records)}) AND s.state <> 'withdrawn'
            """);
        return rows.ToLookup(row => row.RecordId, row => row.Url);
    }
}
