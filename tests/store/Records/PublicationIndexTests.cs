using Dapper;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Records;

/// <summary>PostgreSQL uses an index only for comparisons of its own collation; without it, every settlement reads all documents.</summary>
public sealed class PublicationIndexTests : StoreTest<Postgres>
{
    [Fact]
    public async Task What_hangs_on_a_page_is_found_by_an_index()
    {
        await using var connection = await Database.Open(default);
        await connection.ExecuteAsync("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");

        var plan = await connection.QueryAsync<string>("EXPLAIN SELECT p.id FROM documents d JOIN documents p ON p.referrer = d.url WHERE d.id = 1");

        Assert.Contains(plan, line => line.Contains("documents_by_referrer", StringComparison.Ordinal));
    }
}
