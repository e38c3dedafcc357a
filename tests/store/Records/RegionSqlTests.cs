using Dapper;
using Pipeline.Store.Records;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Records;

/// <summary>Whether a region lies within another, whatever order the database's language gives to its letters.</summary>
public sealed class RegionSqlTests : StoreTest<Postgres>
{
    [Theory]
    [InlineData("650000", true)]
    [InlineData("659004", true)]
    [InlineData("649999", false)]
    [InlineData("660000", false)]
    public async Task A_region_is_within_what_its_code_begins_with(string code, bool within)
    {
        await using var connection = await Database.Open(default);

        Assert.Equal(within, await connection.ExecuteScalarAsync<bool>(
            $"SELECT {RegionSql.Within("code", "first", "last")} FROM (SELECT @code COLLATE \"und-x-icu\" AS code) AS codes", new { code, first = "65", last = RegionSql.Last("65") }));
    }
}
