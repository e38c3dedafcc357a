using System.Globalization;
using Pipeline.Store.Alarms;
using Pipeline.Store.Audit;
using Pipeline.Store.Dashboard;

namespace Pipeline.Web.Operations;

/// <summary>Takes a person's word that alarms are known: the one way for the page and the API.</summary>
internal sealed class AlarmDesk(SourceAlarms alarms, CachedOverview overview, AuditLog audit, TimeProvider clock)
{
    /// <summary>Longer than this nobody remembers why.</summary>
    public const int MostDays = 90;

    private const int LongestReason = 500;

    /// <summary>Sources that have an alarm: the one of the name, or all of the state.</summary>
    public async Task<IReadOnlyList<SourceFigures>> Concerned(string? source, SourceAlarm? state, CancellationToken cancellation)
    {
        var answer = (await overview.Get(cancellation)).Answer;
        return [.. answer.Sources.Where(known => known.Alarm(answer.LastNight) is var alarm && alarm != SourceAlarm.None && (source is null || known.Source == source) && (state is null || alarm == state))];
    }

    /// <summary>What is wrong with the word itself, as a line for the person; null when nothing is.</summary>
    public static string? ProblemOf(string? source, SourceAlarm? state, string? reason, int days) => reason switch
    {
        _ when source is null && state is null => "Say which: a source, or a state that sources are in.",
        _ when string.IsNullOrWhiteSpace(reason) => "Say why it is known: who comes next reads it.",
        { Length: > LongestReason } => string.Create(CultureInfo.InvariantCulture, $"The reason is longer than {LongestReason} characters: shorten it."),
        _ when days is < 1 or > MostDays => string.Create(CultureInfo.InvariantCulture, $"Days are 1 to {MostDays}: then it calls again."),
        _ => null,
    };

    /// <returns>How many sources it concerns.</returns>
    public async Task<int> Acknowledge(string? source, SourceAlarm? state, string reason, int days, string who, CancellationToken cancellation)
    {
        var concerned = await Concerned(source, state, cancellation);
        var count = await alarms.Acknowledge([.. concerned.Select(known => known.Source)], reason.Trim(), clock.GetUtcNow().AddDays(days), who, cancellation);
        overview.Forget();
        await audit.Add(who, "alarms.acknowledged", source ?? state.ToString()!, string.Create(CultureInfo.InvariantCulture, $"{count} sources for {days} days: {reason.Trim()}"), cancellation);
        return count;
    }

    /// <summary>False when nobody knew of it.</summary>
    public async Task<bool> Withdraw(string source, string who, CancellationToken cancellation)
    {
        if (!await alarms.Withdraw(source, cancellation))
            return false;
        overview.Forget();
        await audit.Add(who, "alarms.withdrawn", source, null, cancellation);
        return true;
    }
}
