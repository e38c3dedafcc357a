namespace Pipeline.Store.Dashboard;

/// <summary>How a source stood when it was last looked at.</summary>
/// <param name="Alarm">None when it is well again after an alarm.</param>
/// <param name="Since">When it was first seen so.</param>
public sealed record StandingAlarm(SourceAlarm Alarm, DateTimeOffset Since, Acknowledgement? Acknowledged);
