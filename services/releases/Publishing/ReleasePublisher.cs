using Pipeline.Releases.Describing;
using Pipeline.Store.Records;

namespace Pipeline.Releases.Publishing;

/// <summary>Puts a release into its folder, whole or not at all: it is written beside and takes its place when it is done.</summary>
public sealed class ReleasePublisher(ReleaseWriter writer)
{
    /// <summary>Releases into a folder of its own; a release that stands there is replaced, and is the one that the changes are told from.</summary>
    /// <exception cref="ReleaseException">The folder holds something else, or there is nothing to release.</exception>
    /// <exception cref="IOException">The folder cannot be written: what stood there stands.</exception>
    public async Task<PublishedRelease> Into(string folder, RecordFilter filter, ReleaseChoice choice, ReleaseFolder? before, CancellationToken cancellation)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        UnfinishedFolder.Sweep(Path.GetDirectoryName(target)!);
        var standing = ReleaseFolder.At(target);
        if (standing is null && Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            throw new ReleaseException($"{target} holds something that is no release: name a folder that is empty or not there yet.");
        return await Written(Path.GetDirectoryName(target)!, _ => target, filter, choice, before ?? standing, cancellation);
    }

    /// <summary>Releases into a new folder below one that keeps all releases, named by the release's id.</summary>
    /// <exception cref="ReleaseException">There is nothing to release.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public Task<PublishedRelease> Below(string folder, RecordFilter filter, ReleaseChoice choice, ReleaseFolder? before, CancellationToken cancellation)
    {
        UnfinishedFolder.Sweep(folder);
        return Written(folder, about => Path.Combine(folder, about.Id), filter, choice, before ?? (ReleaseFolder.Below(folder) is [var newest, ..] ? newest : null), cancellation);
    }

    private async Task<PublishedRelease> Written(string parent, Func<ReleaseAbout, string> place, RecordFilter filter, ReleaseChoice choice, ReleaseFolder? before, CancellationToken cancellation)
    {
        using var part = UnfinishedFolder.Begin(parent);
        var tally = await writer.Write(part.Path, filter, choice, before, cancellation);
        var target = place(tally.About);
        // The same tables again: the release stands, with the changes that it told when it was new.
        if (ReleaseFolder.At(target)?.Id == tally.About.Id)
            return new PublishedRelease(target, tally, IsNew: false);
        part.MoveTo(target);
        return new PublishedRelease(target, tally, IsNew: true);
    }
}

/// <param name="IsNew">False where the folder already held the same release.</param>
public sealed record PublishedRelease(string Folder, ReleaseTally Tally, bool IsNew);
