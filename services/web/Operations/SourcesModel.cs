using Pipeline.Store.Dashboard;

namespace Pipeline.Web.Operations;

/// <summary>One page of the list of sources.</summary>
/// <param name="All">Every source, for the counts.</param>
/// <param name="Shown">Those of the page, what is wrong first.</param>
/// <param name="Name">Part of the name that was asked for; null for any.</param>
/// <param name="State">Alarm that was asked for; null for any.</param>
/// <param name="Page">From 1.</param>
/// <param name="HasNext">Whether more follow.</param>
/// <param name="Now">When this was looked up.</param>
public sealed record SourcesModel(
    IReadOnlyList<SourceFigures> All, IReadOnlyList<SourceFigures> Shown, DateTimeOffset? LastNight, string? Name, SourceAlarm? State, int Page, bool HasNext, DateTimeOffset Now)
{
    private const int Length = 100;

    /// <param name="state">Name of an alarm; anything else means all.</param>
    public static SourcesModel Of(Overview overview, string? name, string? state, int page, DateTimeOffset now)
    {
        var (all, lastNight) = (overview.Sources, overview.LastNight);
        SourceAlarm? wanted = Enum.TryParse<SourceAlarm>(state, ignoreCase: true, out var alarm) && Enum.IsDefined(alarm) ? alarm : null;
        var fitting = WorstFirst(all, lastNight)
            .Where(source => (name is null || source.Source.Contains(name, StringComparison.OrdinalIgnoreCase)) && (wanted is null || source.Alarm(lastNight) == wanted))
            .ToList();
        var place = Math.Clamp(page, 1, fitting.Count / Length + 1);
        return new SourcesModel(all, [.. fitting.Skip((place - 1) * Length).Take(Length)], lastNight, name, wanted, place, fitting.Count > place * Length, now);
    }

    public static IEnumerable<SourceFigures> WorstFirst(IEnumerable<SourceFigures> sources, DateTimeOffset? lastNight) =>
        sources.OrderByDescending(source => source.Alarm(lastNight)).ThenBy(source => source.Source, StringComparer.Ordinal);
}
