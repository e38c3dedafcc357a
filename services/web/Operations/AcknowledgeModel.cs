using Pipeline.Store.Dashboard;

namespace Pipeline.Web.Operations;

/// <param name="Sources">Those that have the alarm, to be acknowledged together.</param>
/// <param name="Source">The one that was asked for; null for all of the state.</param>
/// <param name="Problem">Why what was typed could not be taken; null elsewhere.</param>
public sealed record AcknowledgeModel(IReadOnlyList<SourceFigures> Sources, DateTimeOffset? LastNight, string? Source, SourceAlarm? State, string? Reason, string? Problem);
