using Pipeline.Store.Dashboard;

namespace Pipeline.Web.Api;

/// <summary>A person's word that alarms are known.</summary>
/// <param name="Source">Name of a source; null for all of the state.</param>
/// <param name="State">State that sources are in; null for any.</param>
/// <param name="Days">How long it holds.</param>
public sealed record AcknowledgeBody(string? Source, SourceAlarm? State, string Reason, int Days);

/// <param name="Source">Name of the source whose alarm is to call again.</param>
public sealed record WithdrawBody(string Source);

/// <param name="Sources">How many it concerned.</param>
public sealed record SourceCount(int Sources);
