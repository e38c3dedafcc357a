namespace Pipeline.Crawler.Frontier;

/// <summary>What the last visit to an address was. Stored as a number: add at the end only.</summary>
public enum VisitOutcome
{
    NotVisited = 0,

    /// <summary>A page read for its links.</summary>
    Read = 1,

    /// <summary>A document seen for the first time.</summary>
    New = 2,

    /// <summary>A known document with other content.</summary>
    Changed = 3,

    /// <summary>A known document, as before.</summary>
    Unchanged = 4,

    /// <summary>A known document or list answered 404 or 410.</summary>
    Gone = 5,
    RefusedByRobots = 6,
    RefusedByPolicy = 7,
    Blocked = 8,
    SoftNotFound = 9,
    Login = 10,
    Failed = 11,
    Redirected = 12,

    /// <summary>Not visited: a trap, or beyond a limit.</summary>
    LeftAlone = 13,

    /// <summary>A link to something that answered 404 or 410 and was never seen.</summary>
    DeadLink = 14,

    /// <summary>Not requested: the host's robots.txt could not be reached.</summary>
    RobotsUnreachable = 15,

    /// <summary>An answer that another night will hardly make usable: endless, too large, a circle of redirects.</summary>
    Unusable = 16,
}
