namespace Pipeline.Crawler.Crawling;

/// <summary>How a list of a page is asked for, and the first rows that this brings.</summary>
/// <param name="Request">In one line: method, address, body.</param>
/// <param name="LearnedFrom">What showed it: the page's scripts or a browser.</param>
/// <param name="Counter">Name of the field that counts its parts; null when none does.</param>
/// <param name="Template">How rows that name no address lead to one; null where they name theirs.</param>
/// <param name="Trouble">Why there are no rows, or not all that were shown; null where nothing is amiss.</param>
public sealed record DryRunList(string Request, string LearnedFrom, string? Counter, string? Template, IReadOnlyList<DryRunLink> Rows, string? Trouble);
