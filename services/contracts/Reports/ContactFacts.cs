namespace Pipeline.Contracts.Reports;

/// <summary>Contact facts printed in the report, as printed.</summary>
public sealed record ContactFacts(string? Address = null, string? PostalCode = null, string? Telephone = null, string? Fax = null, string? Email = null)
{
    public static ContactFacts None { get; } = new();
}
