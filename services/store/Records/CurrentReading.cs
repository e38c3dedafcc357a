using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>
/// Chooses among the readings of a record's documents the one that stands for it today. The choice depends on what the documents say and when they
/// were published, never on the order in which messages arrived, so that a crawl disturbed by faults ends with the same records.
/// </summary>
internal static class CurrentReading
{
    /// <param name="readings">One per document, at least one.</param>
    public static SourceReading Choose(IReadOnlyList<SourceReading> readings)
    {
        var held = Best(readings, reading => reading.State == SourceState.Withdrawn ? 0 : 1);
        var trusted = Best(held, reading => TrustRank(reading.Trust));
        // Where all say the same there is no correction: the surest reading stands, whatever its date.
        var newest = trusted.Select(reading => reading.Values).Distinct(StringComparer.Ordinal).Count() == 1 ? trusted : NewestPublication(trusted);
        return newest
            .OrderBy(reading => reading.Status == ReviewStatus.Accepted ? 0 : 1)
            .ThenByDescending(reading => reading.Confidence)
            .ThenBy(reading => reading.Url.Length)
            .ThenBy(reading => reading.Url, StringComparer.Ordinal)
            .First();
    }

    /// <summary>Mirrors come last: one never stands for what an official host says itself.</summary>
    public static int TrustRank(SourceTrust trust) => trust switch
    {
        SourceTrust.Official => 2,
        SourceTrust.Unknown => 1,
        _ => 0,
    };

    // A page and its attachments are published together; a correction is another publication, and the later one counts.
    private static List<SourceReading> NewestPublication(List<SourceReading> readings)
    {
        var urls = readings.Select(reading => reading.Url).ToHashSet(StringComparer.Ordinal);
        var publications = readings
            .GroupBy(reading => reading.Referrer is { } page && urls.Contains(page) ? page : reading.Url, StringComparer.Ordinal)
            .Select(members => new Publication([.. members]))
            .ToList();
        if (publications.All(publication => publication.Published is not null))
            publications = Best(publications, publication => publication.Published!.Value);
        var latest = Latest(publications, publication => publication.Since).SelectMany(publication => publication.Readings).ToList();
        return Latest(latest, reading => reading.Since);
    }

    private static List<T> Best<T, TKey>(IReadOnlyList<T> items, Func<T, TKey> rank)
        where TKey : struct, IComparable<TKey>
    {
        var top = items.Max(rank);
        return [.. items.Where(item => rank(item).CompareTo(top) == 0)];
    }

    private static List<T> Latest<T>(IReadOnlyList<T> items, Func<T, string> instant)
    {
        var top = items.Select(instant).Max(StringComparer.Ordinal);
        return [.. items.Where(item => instant(item) == top)];
    }

    private sealed record Publication(List<SourceReading> Readings)
    {
        public DateOnly? Published { get; } = Readings.Max(reading => reading.Published);

        public string Since { get; } = Readings.Select(reading => reading.Since).Max(StringComparer.Ordinal)!;
    }
}
