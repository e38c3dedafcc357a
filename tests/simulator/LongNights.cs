namespace Pipeline.Simulator.Tests;

/// <summary>A web with most of the simulator's sites: takes minutes.</summary>
public sealed class LongNights() : TwoNights(new(Sites: 8, Documents: 5, Noise: 8), requestsBeforeKill: 150);
