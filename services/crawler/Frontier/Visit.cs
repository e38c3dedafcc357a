namespace Pipeline.Crawler.Frontier;

/// <summary>What one visit comes to, for the frontier to remember in one step.</summary>
public sealed record Visit
{
    public required KnownUrl Url { get; init; }

    public required VisitOutcome Outcome { get; init; }

    public required PageRole Role { get; init; }

    /// <summary>Why, for every outcome that is not a success.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it is worth another visit.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public string? ETag { get; init; }

    public string? Modified { get; init; }

    public string? Snapshot { get; init; }

    public string? Region { get; init; }

    /// <summary>Visits in a row that found it unchanged, this one included.</summary>
    public int Unchanged { get; init; }

    /// <summary>Addresses that it leads to.</summary>
    public IReadOnlyList<KnownUrl> Links { get; init; } = [];

    /// <summary>Shapes whose count of fruitless visits changes, with the new count.</summary>
    public IReadOnlyDictionary<string, int> Shapes { get; init; } = new Dictionary<string, int>();

    /// <summary>How the list is asked for, where the visit showed it; null for every other page.</summary>
    public ListRecipe? Recipe { get; init; }

    /// <summary>Whether it is the first part of a list that had rows, and has none: how it is asked for is learned anew.</summary>
    public bool HasLostRows { get; init; }

    /// <summary>Whether it comes up again tonight, when the requests of its scripts have been made.</summary>
    public bool AwaitsRows { get; init; }

    /// <summary>Whether only a browser could show its rows, and there was none.</summary>
    public bool NeedsBrowser { get; init; }

    /// <summary>Links on it that announce reports elsewhere.</summary>
    public IReadOnlyList<ReportLead> Leads { get; init; } = [];

    /// <summary>Requests made: none for an address that was refused or left alone.</summary>
    public int Requests { get; init; }

    public long Bytes { get; init; }

    /// <summary>Whether nothing named the address as a way to reports.</summary>
    public bool IsExploring => Exploring.Is(Url);

    /// <summary>Whether it is a list that leads to reports.</summary>
    public bool IsList => Outcome == VisitOutcome.Read && Role == PageRole.ReportList;

    /// <summary>Whether it led to reports when it was looked at before, and now does not.</summary>
    public bool IsLostList => Url.Role == PageRole.ReportList && !IsList;

    public bool IsDocument => Outcome is VisitOutcome.New or VisitOutcome.Changed or VisitOutcome.Unchanged;
}
