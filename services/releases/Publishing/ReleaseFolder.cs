using System.Globalization;
using System.Text.Json;
using Pipeline.Releases.Describing;

namespace Pipeline.Releases.Publishing;

/// <summary>A folder that holds one whole release.</summary>
/// <param name="Path">Absolute.</param>
public sealed record ReleaseFolder(string Path, string Id, DateTimeOffset AsOf, string Filter)
{
    /// <summary>The release in a folder; null when there is none, or none that is whole.</summary>
    public static ReleaseFolder? At(string path)
    {
        try
        {
            using var package = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(path, DataPackage.File)));
            var root = package.RootElement;
            return new ReleaseFolder(
                System.IO.Path.GetFullPath(path),
                root.GetProperty("version").GetString()!,
                DateTimeOffset.Parse(root.GetProperty("created").GetString()!, CultureInfo.InvariantCulture),
                root.GetProperty("filter").GetString()!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The releases below a folder, the newest first.</summary>
    public static IReadOnlyList<ReleaseFolder> Below(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Where(path => !System.IO.Path.GetFileName(path).StartsWith(UnfinishedFolder.Prefix, StringComparison.Ordinal)).Select(At).OfType<ReleaseFolder>()
            .OrderByDescending(release => release.AsOf).ThenBy(release => release.Id, StringComparer.Ordinal)]
        : [];
}
