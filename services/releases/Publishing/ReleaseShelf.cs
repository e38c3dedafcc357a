using Pipeline.Releases.Describing;

namespace Pipeline.Releases.Publishing;

/// <summary>The folder that keeps releases, and what is in each.</summary>
public sealed class ReleaseShelf(string folder)
{
    public string Folder => folder;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ReleaseFolder> All() => ReleaseFolder.Below(folder);

    public ReleaseFolder? Find(string id) => All().FirstOrDefault(release => release.Id == id);

    /// <summary>The files of a release, by name.</summary>
    public static IReadOnlyList<ReleaseFileSum> Files(ReleaseFolder release) =>
    [
        .. File.ReadLines(Path.Combine(release.Path, Checksums.File)).Select(line => line.Split("  ", 2))
            .Select(parts => new ReleaseFileSum(parts[1], new FileInfo(Path.Combine(release.Path, parts[1])).Length, parts[0])),
    ];
}
