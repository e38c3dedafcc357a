using System.Data.Common;
using Dapper;
using Pipeline.Bodies.Findings;
using Pipeline.Database;

namespace Pipeline.Store.Findings;

/// <summary>Compares all reports anew, a government with its bodies at a time, and writes what differs from the findings that are there.</summary>
public sealed class FindingsRefresh(PipelineDatabase database, TimeProvider clock)
{
    // Bodies that belong to no government are read so many at a time.
    private const int Batch = 200;

    private const int Piece = 500;

    public async Task<IReadOnlyDictionary<FindingKind, int>> Run(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var reports = await FamilyReports.Open(connection);
        var known = (await connection.QueryAsync<FindingRow>(FindingRow.Select)).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var (breaks, changed, counts) = (new Breaks(), new List<FindingRow>(), new Dictionary<FindingKind, int>());
        foreach (var (government, ids) in Families(reports.Bodies))
        {
            cancellation.ThrowIfCancellationRequested();
            var read = await reports.Read(connection, government is { } head ? [head, .. ids] : ids);
            foreach (var id in ids)
            {
                breaks.Add(read[id]);
                Take(CarriedFigures.Of(read[id]).Concat(RepostedFigures.Of(read[id])));
            }

            if (government is { } owner)
                Take(LevelSums.Of(read[owner], [.. ids.Select(id => read[id])]));
        }

        Take(breaks.Found());
        await Write(connection, changed, [.. known.Keys], cancellation);
        return counts;

        void Take(IEnumerable<Finding> findings)
        {
            foreach (var finding in findings)
            {
                counts[finding.Kind] = counts.GetValueOrDefault(finding.Kind) + 1;
                var row = FindingRow.Of(finding);
                // What is left in the end is found no more.
                if (!known.Remove(row.Key, out var before) || before != row)
                    changed.Add(row);
            }
        }
    }

    /// <summary>Each body once, with the government that counts it, and those of none apart.</summary>
    private static IEnumerable<(long? Government, IReadOnlyList<long> Bodies)> Families(IReadOnlyCollection<FamilyReports.BodyRow> bodies)
    {
        foreach (var family in bodies.GroupBy(body => body.Government))
        {
            foreach (var batch in family.Key is null ? family.Select(body => body.Id).Chunk(Batch) : [[.. family.Select(body => body.Id)]])
                yield return (family.Key, batch);
        }
    }

    private async Task Write(DbConnection connection, List<FindingRow> changed, IReadOnlyList<string> gone, CancellationToken cancellation)
    {
        var now = StoredTime.Text(clock.GetUtcNow());
        foreach (var piece in gone.Chunk(Piece))
            await InTransaction(transaction => connection.ExecuteAsync("DELETE FROM findings WHERE finding_key = @key", piece.Select(key => new { key }), transaction));
        foreach (var piece in changed.Chunk(Piece))
            await InTransaction(transaction => connection.ExecuteAsync(FindingRow.Upsert, piece.Select(row => row with { FoundAt = now }), transaction));

        async Task InTransaction(Func<DbTransaction, Task> write)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await write(transaction);
            await transaction.CommitAsync(cancellation);
        }
    }
}
