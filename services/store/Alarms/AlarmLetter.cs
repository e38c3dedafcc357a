using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Database;
using Pipeline.Store.Dashboard;

namespace Pipeline.Store.Alarms;

/// <summary>What is told to people outside of alarms that opened and closed.</summary>
/// <param name="Json">An object: <c>at</c>, <c>text</c>, and <c>opened</c> and <c>closed</c> with a source, alarm, reason and time each.</param>
public sealed record AlarmLetter(string Subject, string Text, string Json)
{
    // A night without network is one letter about all sources, and a person reads no more lines than this.
    private const int MostNamed = 50;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    // Names of bodies stay readable; a letter is no page.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null when nothing of it is worth a letter: it stays below the least alarm, or somebody knows of it.</summary>
    public static AlarmLetter? Of(IReadOnlyList<AlarmChange> changes, SourceAlarm least, DateTimeOffset now)
    {
        var opened = changes.Where(change => change.After >= least && change.After > change.Before && change.Acknowledged?.Covers(change.After, now) != true)
            .OrderByDescending(change => change.After).ThenBy(change => change.Source, StringComparer.Ordinal).ToList();
        var closed = changes.Where(change => change.Before >= least && change.After < least).OrderBy(change => change.Source, StringComparer.Ordinal).ToList();
        if (opened.Count + closed.Count == 0)
            return null;
        var subject = string.Create(CultureInfo.InvariantCulture, $"{opened.Count} alarms opened, {closed.Count} closed");
        var text = new StringBuilder(subject).Append(" (").Append(Time(now)).AppendLine(")");
        foreach (var change in opened.Take(MostNamed))
            text.Append(CultureInfo.InvariantCulture, $"opened: {change.Source}: {Words(change.After)}{(change.FailingSince is { } since ? $", failing since {Time(since)}" : "")}{(change.Why is null ? "" : $": {change.Why}")}").AppendLine();
        foreach (var change in closed.Take(MostNamed))
            text.Append(CultureInfo.InvariantCulture, $"closed: {change.Source}: {(change.IsPaused ? "paused" : Words(change.After))}, was {Words(change.Before)}").AppendLine();
        if (opened.Count > MostNamed || closed.Count > MostNamed)
            text.AppendLine("and more: see the page /operations/sources");
        return Written(
            subject, text, now,
            [.. opened.Select(change => new { source = change.Source, alarm = StoredName.Of(change.After), reason = change.Why, failing_since = StoredTime.TextOrNull(change.FailingSince) })],
            [.. closed.Select(change => new { source = change.Source, alarm = StoredName.Of(change.Before), paused = change.IsPaused })]);
    }

    /// <summary>Of what is wrong with the pipeline as a whole. Null when nothing opened or closed.</summary>
    public static AlarmLetter? Of(IReadOnlyList<PipelineTrouble> opened, IReadOnlyList<PipelineAlarm> closed, DateTimeOffset now)
    {
        if (opened.Count + closed.Count == 0)
            return null;
        var subject = string.Join("; ", opened.Select(trouble => $"opened: {Words(trouble.Alarm)}").Concat(closed.Select(alarm => $"closed: {Words(alarm)}")));
        var text = new StringBuilder(subject).Append(" (").Append(Time(now)).AppendLine(")");
        foreach (var trouble in opened)
            text.Append(CultureInfo.InvariantCulture, $"{Words(trouble.Alarm)}{(trouble.Since is { } since ? $", since {Time(since)}" : "")}{(trouble.Why is null ? "" : $": {trouble.Why}")}").AppendLine();
        return Written(
            subject, text, now,
            [.. opened.Select(trouble => new { alarm = StoredName.Of(trouble.Alarm), reason = trouble.Why, since = StoredTime.TextOrNull(trouble.Since) })],
            [.. closed.Select(alarm => new { alarm = StoredName.Of(alarm) })]);
    }

    private static string Words(PipelineAlarm alarm) => alarm switch
    {
        PipelineAlarm.CrawlMissed => "a crawl did not begin",
        PipelineAlarm.DocumentsWait => "documents wait to be read",
        PipelineAlarm.QueueUnattended => "nobody works off a queue",
        _ => "the broker does not answer",
    };

    private static AlarmLetter Written(string subject, StringBuilder text, DateTimeOffset now, IReadOnlyCollection<object> opened, IReadOnlyCollection<object> closed) => new(
        subject, text.ToString(), JsonSerializer.Serialize(
            new { at = StoredTime.Text(now), text = text.ToString(), opened = opened.Take(MostNamed), closed = closed.Take(MostNamed), opened_count = opened.Count, closed_count = closed.Count }, Readable));

    private static string Words(SourceAlarm alarm) => alarm == SourceAlarm.None ? "well" : StoredName.Of(alarm).Replace('_', ' ');

    private static string Time(DateTimeOffset instant) => instant.ToOffset(China).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
