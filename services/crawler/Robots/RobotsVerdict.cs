namespace Pipeline.Crawler.Robots;

/// <summary>Whether an address may be requested, and why.</summary>
/// <param name="Reason">One line for a person, such as <c>Disallow: /search (line 4)</c> or <c>robots.txt answered 503: nothing may be requested for now</c>.</param>
/// <param name="RetryAt">When a temporary refusal (robots.txt unreachable) is worth asking again; null for one that stands.</param>
public sealed record RobotsVerdict(bool IsAllowed, string Reason, DateTimeOffset? RetryAt = null)
{
    /// <summary>The reason with the name of the file that it is from.</summary>
    public string Told => Reason.StartsWith("robots.txt", StringComparison.Ordinal) ? Reason : $"robots.txt: {Reason}";
}
