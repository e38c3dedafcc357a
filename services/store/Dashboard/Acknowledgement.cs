namespace Pipeline.Store.Dashboard;

/// <summary>A person's word that the alarm of a source is known: until it expires or gets worse, it calls nobody.</summary>
/// <param name="Alarm">The worst that it covers.</param>
public sealed record Acknowledgement(SourceAlarm Alarm, string Reason, string Who, DateTimeOffset At, DateTimeOffset Until)
{
    public bool Covers(SourceAlarm alarm, DateTimeOffset now) => alarm <= Alarm && now < Until;

    /// <summary>What is left of it when the alarm becomes another; null when nothing is: an alarm that comes back after it got better calls again.</summary>
    public Acknowledgement? After(SourceAlarm alarm) => alarm == SourceAlarm.None ? null : alarm < Alarm ? this with { Alarm = alarm } : this;
}
