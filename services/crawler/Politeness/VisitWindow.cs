namespace Pipeline.Crawler.Politeness;

/// <summary>Hours of the day for visits, such as 22:00 to 06:00.</summary>
/// <param name="Opens">Local time from which visits may start.</param>
/// <param name="Closes">Local time from which they may not. Earlier than <paramref name="Opens"/>: the window spans midnight. Equal: always open.</param>
/// <param name="UtcOffset">Local time minus UTC; China is +08:00 and keeps no summer time.</param>
public sealed record VisitWindow(TimeOnly Opens, TimeOnly Closes, TimeSpan UtcOffset)
{
    public bool IsOpen(DateTimeOffset now)
    {
        var time = TimeOnly.FromDateTime(now.ToOffset(UtcOffset).DateTime);
        return Opens == Closes || time.IsBetween(Opens, Closes);
    }

    /// <summary>When visits may start: <paramref name="now"/> itself while the window is open.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset now)
    {
        if (IsOpen(now))
            return now;
        var local = now.ToOffset(UtcOffset);
        var today = new DateTimeOffset(local.Date + Opens.ToTimeSpan(), UtcOffset);
        return today >= now ? today : today.AddDays(1);
    }
}
