using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Pipeline.Contracts;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Layout;

/// <summary>Style sheet, script and icon, out of the assembly. Their addresses carry a hash, so that a browser may keep them for ever.</summary>
internal static class Asset
{
    private const string ResourcePrefix = "assets/";

    private static readonly FrozenDictionary<string, (byte[] Bytes, string Version)> Files = typeof(Asset).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[ResourcePrefix.Length..], Load, StringComparer.Ordinal);

    public static string Address(string name) => $"/assets/{Files[name].Version}/{name}";

    public static IResult Get(string name, HttpContext context)
    {
        if (!Files.TryGetValue(name, out var file))
            return Problems.NotFound($"There is no file {name}.");
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(file.Bytes, Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        });
    }

    private static (byte[] Bytes, string Version) Load(string resource)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return (bytes.ToArray(), SnapshotHash.Of(bytes.ToArray()).ToString()[..12]);
    }
}
