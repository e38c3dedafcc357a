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
        var among = IdList.Among(connection);
        var rows = await connection.QueryAsync<(long RecordId, string Url)>(
            $"""
            SELECT COALESCE(r.copy_of, r.id), d.url FROM records r
            JOIN record_sources s ON s.record_id = r.id JOIN documents d ON d.id = s.document_id
            WHERE (r.id {among} OR r.copy_of {among}) AND s.state <> 'withdrawn'
            """,
            new { ids = IdList.Text(records) });
        return rows.ToLookup(row => row.RecordId, row => row.Url);
    }
}
