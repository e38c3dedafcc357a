using System.Security.Cryptography;

namespace Pipeline.Releases.Describing;

/// <summary>Sums of files, in the form that <c>sha256sum --check</c> reads.</summary>
internal static class Checksums
{
    public const string File = "SHA256SUMS";

    public static async Task<ReleaseFileSum> Of(string file, CancellationToken cancellation)
    {
        await using var stream = System.IO.File.OpenRead(file);
        return new ReleaseFileSum(Path.GetFileName(file), stream.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation)));
    }

    public static string Lines(IEnumerable<ReleaseFileSum> files) => string.Concat(files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Sha256}  {file.Name}\n"));
}
