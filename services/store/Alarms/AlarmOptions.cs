using Pipeline.Store.Dashboard;

namespace Pipeline.Store.Alarms;

/// <summary>When people outside are told, and how long telling them may take.</summary>
public sealed record AlarmOptions
{
    /// <summary>The least alarm that is told; what makes the operations page red by default.</summary>
    public SourceAlarm Least { get; init; } = SourceAlarm.Empty;

    /// <summary>Time to deliver one notice over one channel; 10 seconds by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
