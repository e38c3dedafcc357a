using System.Text;
using Pipeline.Contracts;
using Pipeline.Contracts.Ports;

namespace Pipeline.Store.Tests.Snapshots;

/// <summary>What every snapshot store promises, wherever it keeps the bytes.</summary>
public abstract class SnapshotStoreTests
{
    protected static readonly byte[] Body = Encoding.UTF8.GetBytes("<html>政府信息公开工作年度报告</html>");

    protected abstract ISnapshotStore Store { get; }

    /// <summary>Cuts what is kept under the hash to its first bytes.</summary>
    /// <returns>Name of what was damaged, as a message should say it.</returns>
    protected abstract Task<string> Damage(SnapshotHash snapshot, int keep);

    /// <summary>How many things are kept.</summary>
    protected abstract Task<int> Count();

    [Fact]
    public async Task A_body_comes_back_byte_for_byte()
    {
        byte[][] bodies = [Body, [], [0, 255, 1], new byte[1_000_000]];
        foreach (var body in bodies)
        {
            var snapshot = await Store.Write(body, default);
            Assert.Equal(SnapshotHash.Of(body), snapshot);
            Assert.Equal(body, await Store.Read(snapshot, default));
        }
    }

    [Fact]
    public async Task The_same_body_is_kept_once_and_nothing_temporary_stays()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.Write(Body, default))));

        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task An_unknown_snapshot_is_null() => Assert.Null(await Store.Read(SnapshotHash.Of(Body), default));

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task Damage_is_noticed_and_said_and_the_next_write_heals_it(int keep)
    {
        var snapshot = await Store.Write(Body, default);
        var name = await Damage(snapshot, keep);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Store.Read(snapshot, default));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Null(await Store.Read(snapshot, default));
        await Store.Write(Body, default);
        Assert.Equal(Body, await Store.Read(snapshot, default));
    }
}
