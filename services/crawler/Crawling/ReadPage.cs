using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>A page as it was read with all that it needed.</summary>
/// <param name="Requests">Requests beside that for the page: for its scripts, and what a browser asked for.</param>
internal sealed record ReadPage(ContentClassification Content, int Requests = 0)
{
    /// <summary>What becomes of each of its links.</summary>
    public IReadOnlyList<LinkFilter.Decision> Links { get; init; } = [];

    /// <summary>That the rows were shown by a browser and no request explains them; null else.</summary>
    public ListRecipe? Shown { get; init; }

    /// <summary>Whether the requests of its scripts have to be made before it can be said that only a browser shows its rows.</summary>
    public bool AwaitsRows { get; init; }

    /// <summary>Whether a browser has shown its rows.</summary>
    public bool IsBrowsed { get; init; }

    /// <summary>Whether only a browser could show its rows, and there is none.</summary>
    public bool NeedsBrowser { get; init; }

    /// <summary>Whether what it shows depends on more than its bytes: nothing is learned from a server that says they have not changed.</summary>
    public bool NeedsAnotherLook { get; init; }
}
