using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Pipeline.Releases.Describing;
using Pipeline.Releases.Publishing;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Api;

/// <summary><c>/releases</c>: the datasets that were released, and their files with ranges and ETags.</summary>
internal static class ReleaseEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var releases = api.MapGroup("/releases").WithTags("releases");
        releases.MapGet("", All).Produces<Listing<ReleaseBody>>().WithSummary("The releases, the newest first.");
        releases.MapGet("/{id}", One).Produces<ReleaseBody>().ProducesProblem(404).WithSummary("A release with its files and their sums.");
        releases.MapGet("/{id}/files/{name}", Content).Produces(200, contentType: "application/octet-stream").ProducesProblem(404).WithSummary("A file of a release: parts of it by Range, unchanged ones by If-None-Match.");
    }

    private static IResult All(ReleaseShelf shelf) => Entity.Of(new Listing<ReleaseBody>([.. shelf.All().Select(ReleaseBody.Of)], null));

    private static IResult One(string id, ReleaseShelf shelf) => shelf.Find(id) is { } release ? Entity.Of(ReleaseBody.Of(release)) : Unknown(id);

    private static IResult Content(string id, string name, ReleaseShelf shelf)
    {
        if (shelf.Find(id) is not { } release)
            return Unknown(id);
        // Only what the release itself lists: a name is no path.
        return ReleaseShelf.Files(release).FirstOrDefault(file => file.Name == name) is { } file
            ? TypedResults.PhysicalFile(Path.Combine(release.Path, file.Name), "application/octet-stream", file.Name, release.AsOf, new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true)
            : Problems.NotFound($"Release {id} has no file '{name}': /api/v1/releases/{id} lists them.");
    }

    private static ProblemHttpResult Unknown(string id) => Problems.NotFound($"There is no release {id}: /api/v1/releases lists them.");
}

/// <param name="AsOf">When the data changed last.</param>
/// <param name="Filter">What it is restricted to; empty for everything.</param>
public sealed record ReleaseBody(string Id, DateTimeOffset AsOf, string Filter, IReadOnlyList<ReleaseFileSum> Files)
{
    public static ReleaseBody Of(ReleaseFolder release) => new(release.Id, release.AsOf, release.Filter, ReleaseShelf.Files(release));
}
