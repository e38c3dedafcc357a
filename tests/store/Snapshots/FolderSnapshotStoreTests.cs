using System.Text;
using Pipeline.Contracts;
using Pipeline.Store.Snapshots;

namespace Pipeline.Store.Tests.Snapshots;

public sealed class FolderSnapshotStoreTests : IDisposable
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("<html>政府信息公开工作年度报告</html>");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-tests");
    private readonly FolderSnapshotStore _store;

    public FolderSnapshotStoreTests() => _store = new FolderSnapshotStore(Path.Combine(_folder.FullName, "snapshots"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_body_comes_back_byte_for_byte()
    {
        byte[][] bodies = [Body, [], [0, 255, 1], new byte[1_000_000]];
        foreach (var body in bodies)
        {
            var snapshot = await _store.Write(body, default);
            Assert.Equal(SnapshotHash.Of(body), snapshot);
            Assert.Equal(body, await _store.Read(snapshot, default));
        }
    }

    [Fact]
    public async Task The_same_body_is_kept_once_and_nothing_temporary_stays()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _store.Write(Body, default))));

        Assert.Single(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_unknown_snapshot_is_null() => Assert.Null(await _store.Read(SnapshotHash.Of(Body), default));

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task Damage_is_noticed_and_said_and_the_next_write_heals_it(int keep)
    {
        var snapshot = await _store.Write(Body, default);
        var file = _folder.GetFiles("*", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(file.FullName, (await File.ReadAllBytesAsync(file.FullName))[..keep]);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => _store.Read(snapshot, default));

        Assert.Contains(file.FullName, error.Message, StringComparison.Ordinal);
        Assert.Null(await _store.Read(snapshot, default));
        await _store.Write(Body, default);
        Assert.Equal(Body, await _store.Read(snapshot, default));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_with_what_to_do()
    {
        // Also for root, whom no permission stops: a file stands where the folder should be.
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "snapshots"), "");

        var error = await Assert.ThrowsAsync<IOException>(() => _store.Write(Body, default));

        Assert.Matches("^The snapshot folder .* cannot be written .*--data", error.Message);
    }
}
