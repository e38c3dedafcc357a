namespace Pipeline.Crawler.Fetching;

/// <summary>Whether an address may be visited.</summary>
/// <param name="Refusal">One line for a person, with what to do; null when it may be visited.</param>
public readonly record struct AddressVerdict(string? Refusal)
{
    public static AddressVerdict Allowed => default;

    public bool IsAllowed => Refusal is null;
}
