using Pipeline.Contracts;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Snapshots;

namespace Pipeline.Store.Tests.Snapshots;

public sealed class FolderSnapshotStoreTests : SnapshotStoreTests, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-tests");

    public FolderSnapshotStoreTests() => Store = new FolderSnapshotStore(Path.Combine(_folder.FullName, "snapshots"));

    protected override ISnapshotStore Store { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_with_what_to_do()
    {
        // Also for root, whom no permission stops: a file stands where the folder should be.
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "snapshots"), "");

        var error = await Assert.ThrowsAsync<IOException>(() => Store.Write(Body, default));

        Assert.Matches("^The snapshot folder .* cannot be written .*--data", error.Message);
    }

    protected override async Task<string> Damage(SnapshotHash snapshot, int keep)
    {
        var file = _folder.GetFiles("*", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(file.FullName, (await File.ReadAllBytesAsync(file.FullName))[..keep]);
        return file.FullName;
    }

    protected override Task<int> Count() => Task.FromResult(_folder.GetFiles("*", SearchOption.AllDirectories).Length);
}
