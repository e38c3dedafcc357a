namespace Pipeline.Faults.Tests.Faults;

/// <param name="Reasons">Failures by reason.</param>
/// <param name="Repeated">Announcements that were sent twice.</param>
/// <param name="Garbage">Messages sent that were none.</param>
/// <param name="SetAside">Messages that stand in queues of what could not be handled.</param>
/// <param name="Export">All that is exported, without times.</param>
internal sealed record FaultOutcome(Tally Tally, IReadOnlyList<string> Reasons, int Repeated, int Garbage, int SetAside, IReadOnlyList<string> Export);
