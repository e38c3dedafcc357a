using Pipeline.Releases.Describing;
using Pipeline.Releases.Publishing;

namespace Pipeline.Web.Explore;

/// <param name="Releases">The newest first.</param>
public sealed record DataModel(IReadOnlyList<ListedRelease> Releases)
{
    public static DataModel Of(ReleaseShelf shelf) => new([.. shelf.All().Select(release => new ListedRelease(release, ReleaseShelf.Files(release)))]);
}

public sealed record ListedRelease(ReleaseFolder Release, IReadOnlyList<ReleaseFileSum> Files);
