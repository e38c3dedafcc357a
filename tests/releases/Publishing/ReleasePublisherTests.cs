using Pipeline.Releases.Publishing;
using Pipeline.Store.Records;

namespace Pipeline.Releases.Tests.Publishing;

public sealed class ReleasePublisherTests : ReleaseTest
{
    [Fact]
    public async Task What_changed_is_told_with_who_changed_it()
    {
        await Report("清河县民政局", 2022, (Applications, 12));
        await Report("清河县财政局", 2022);
        var before = await Release("release");
        await Correct("清河县民政局", Applications, 21);
        await Report("清河县教育局", 2022);

        var release = await Release("release", new RecordFilter());

        Assert.Equal(new ChangeCounts(before.Tally.About.Id, 1, 0, 1), release.Tally.Changes);
        var page = File.ReadAllText(Path.Combine(release.Folder, "CHANGES.md"));
        Assert.Contains("清河县教育局 2022", page, StringComparison.Ordinal);
        Assert.Contains($"清河县民政局 2022, {Applications}: 12.0 is now 21.0, by li", page, StringComparison.Ordinal);
        Assert.Equal(3, File.ReadLines(Path.Combine(release.Folder, "changes.csv")).Count());
    }

    [Fact]
    public async Task A_record_that_is_no_longer_there_was_withdrawn()
    {
        await Report("清河县民政局", 2022);
        await Report("清河县财政局", 2023);
        await Release("release");

        var release = await Release("release", new RecordFilter { Year = 2022 });

        Assert.Equal((0L, 1L), (release.Tally.Changes.Added, release.Tally.Changes.Withdrawn));
    }

    [Fact]
    public async Task A_release_without_a_change_leaves_the_one_that_stands()
    {
        await Report("清河县民政局", 2022);
        var first = await Publisher.Below(Folder("releases"), new RecordFilter(), Choice, null, default);

        var second = await Publisher.Below(Folder("releases"), new RecordFilter(), Choice, null, default);

        Assert.Equal((true, false, first.Folder), (first.IsNew, second.IsNew, second.Folder));
        Assert.Single(ReleaseFolder.Below(Folder("releases")));
    }

    [Fact]
    public async Task A_release_that_breaks_off_leaves_the_last_one_whole_and_nothing_beside_it()
    {
        await Report("清河县民政局", 2022);
        var first = await Release("release");
        await Report("清河县财政局", 2023);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Publisher.Into(first.Folder, new RecordFilter(), Choice, null, new CancellationToken(canceled: true)));

        Assert.Equal(first.Tally.About.Id, ReleaseFolder.At(first.Folder)!.Id);
        Assert.Equal(["1"], Ask(first.Folder, "SELECT COUNT(*) FROM records"));
        Assert.Equal(["release"], Directory.GetFileSystemEntries(Path.GetDirectoryName(first.Folder)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_a_killed_release_left_is_swept_and_what_it_had_moved_aside_is_put_back()
    {
        await Report("清河县民政局", 2022);
        var first = await Release("release");
        var parent = Path.GetDirectoryName(first.Folder)!;
        // Killed while it wrote, and between its last two steps.
        Directory.CreateDirectory(Path.Combine(parent, ".release-1"));
        await File.WriteAllTextAsync(Path.Combine(parent, ".release-1", "records.csv"), "record_id");
        Directory.Move(first.Folder, Path.Combine(parent, ".release-2.old"));
        await File.WriteAllTextAsync(Path.Combine(parent, ".release-2.lock"), first.Folder);
        using var busy = UnfinishedFolder.Begin(parent);

        UnfinishedFolder.Sweep(parent);

        Assert.Equal(first.Tally.About.Id, ReleaseFolder.At(first.Folder)!.Id);
        Assert.Equal(new[] { Path.GetFileName(busy.Path), $"{Path.GetFileName(busy.Path)}.lock", "release" }, Directory.GetFileSystemEntries(parent).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_folder_of_something_else_is_not_replaced()
    {
        await Report("清河县民政局", 2022);
        Directory.CreateDirectory(Folder("thesis"));
        await File.WriteAllTextAsync(Path.Combine(Folder("thesis"), "chapter.txt"), "1");

        await Assert.ThrowsAsync<ReleaseException>(() => Release("thesis"));

        Assert.Equal("1", await File.ReadAllTextAsync(Path.Combine(Folder("thesis"), "chapter.txt")));
    }
}
