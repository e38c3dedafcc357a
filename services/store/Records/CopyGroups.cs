using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>
/// Tells which records only repeat another site's record. Towns of one name stand all over China and empty tables look alike, so that only equal
/// values and equal texts make a copy; of a mirror it is enough that it once said the same, or that it stands under the original's path.
/// </summary>
internal static class CopyGroups
{
    /// <param name="records">All records of one body and year, none withdrawn.</param>
    /// <returns>Per record that is a copy, the record that it repeats, which itself is none.</returns>
    public static IReadOnlyDictionary<long, long> Assign(IEnumerable<CopyCandidate> records)
    {
        var originals = new List<CopyCandidate>();
        var copies = new Dictionary<long, long>();
        var ranked = records
            .OrderByDescending(record => CurrentReading.TrustRank(record.Trust))
            .ThenByDescending(record => IsPortal(record.Url))
            .ThenBy(record => record.Url.Length)
            .ThenBy(record => record.Url, StringComparer.Ordinal);
        foreach (var record in ranked)
        {
            var original = originals.Find(candidate => Repeats(record, candidate));
            if (original is null)
                originals.Add(record);
            else
                copies[record.RecordId] = original.RecordId;
        }

        return copies;
    }

    // A government's own site stands at www; its offices' sites, at other names of the same domain or of another, repeat it.
    private static bool IsPortal(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.StartsWith("www.", StringComparison.Ordinal);

    private static bool Repeats(CopyCandidate record, CopyCandidate original)
    {
        if (record.Content == original.Content)
            return true;
        return record.Trust == SourceTrust.Mirror && original.Trust == SourceTrust.Official
            && (original.History.Overlaps(record.History) || SamePath(record.Url, original.Url));
    }

    private static bool SamePath(string mirror, string original) =>
        Uri.TryCreate(mirror, UriKind.Absolute, out var a) && Uri.TryCreate(original, UriKind.Absolute, out var b)
        && a.PathAndQuery.Length > 1 && a.PathAndQuery == b.PathAndQuery;
}
