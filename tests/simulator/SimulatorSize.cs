namespace Pipeline.Simulator.Tests;

/// <summary>How large a simulated web is.</summary>
/// <param name="Sites">Hosts, special ones included.</param>
/// <param name="Documents">Documents of each site, at most.</param>
/// <param name="Noise">Pages of each site that have nothing to do with reports.</param>
public sealed record SimulatorSize(int Sites, int Documents, int Noise);
