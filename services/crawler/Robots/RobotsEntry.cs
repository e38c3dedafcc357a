namespace Pipeline.Crawler.Robots;

/// <summary>What is known of one host's robots.txt.</summary>
/// <param name="Rules">Its rules; <see cref="RobotsRules.None"/> where everything is allowed, null where it cannot be reached and nothing is.</param>
/// <param name="Reason">Why, where there are no rules of a file.</param>
/// <param name="ExpiresAt">When to ask again.</param>
internal sealed record RobotsEntry(RobotsRules? Rules, string? Reason, DateTimeOffset ExpiresAt);
