using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Releases.Describing;

/// <summary>Names a release by its content.</summary>
internal static class ReleaseId
{
    /// <returns>Day of the last change and eight digits of a hash over the tables, such as <c>2026-11-28-1a2b3c4d</c>.</returns>
    public static string Of(DateTimeOffset asOf, IEnumerable<ReleaseFileSum> tables)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Checksums.Lines(tables))));
        return FormattableString.Invariant($"{asOf.UtcDateTime:yyyy-MM-dd}-{hash[..8]}");
    }
}
