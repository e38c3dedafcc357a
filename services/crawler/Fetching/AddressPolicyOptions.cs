namespace Pipeline.Crawler.Fetching;

/// <summary>Which addresses may be visited besides public ones on the usual ports.</summary>
public sealed record AddressPolicyOptions
{
    /// <summary>
    /// Ports that a public address may be visited on. Default: those on which government sites are found in practice (80 to 90, 443, 8000 to 8099,
    /// 8443, 8888, 9080), less 87, which browsers refuse too. Mail, databases, directories and remote shells listen elsewhere.
    /// </summary>
    public IReadOnlySet<int> Ports { get; init; } = UsualPorts();

    /// <summary>Endpoints that may be visited although they are private or on an unusual port: exactly these hosts, as written in the address, on exactly these ports.</summary>
    public IReadOnlyList<AllowedEndpoint> Allowed { get; init; } = [];

    private static HashSet<int> UsualPorts() =>
        [.. Enumerable.Range(80, 11).Where(port => port != 87), 443, .. Enumerable.Range(8000, 100), 8443, 8888, 9080];
}
