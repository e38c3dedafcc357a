using Pipeline.Contracts.Locators;

namespace Pipeline.Host.Explaining;

/// <summary>What another strategy reads for the cell.</summary>
/// <param name="Agrees">Whether it reads the same spot.</param>
public sealed record OtherReading(string Rule, string Raw, Locator Source, bool Agrees);
