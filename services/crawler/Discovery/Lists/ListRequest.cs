using Pipeline.Crawler.Discovery.Paging;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>The request that brings a part of a list: what it asks, and how its rows are read.</summary>
/// <param name="Form">Body that is posted; null for GET.</param>
/// <param name="Rows">Templates for rows that name no address, one a line; null for none.</param>
/// <param name="Headers">Request headers beside the usual ones; null for none.</param>
/// <param name="Counter">What counts the parts, where no usual name tells; null else.</param>
internal sealed record ListRequest(Uri Url, string? Form, string? Rows, string? Headers = null, string? Counter = null)
{
    /// <summary>Rule of the links that only count on: whether they lead to other rows shows when they are asked.</summary>
    public const string CountedOn = "counted-on";

    /// <summary>Templates that make the address of a row of its fields.</summary>
    public IReadOnlyList<string> Templates => Lines(line => !NodeRequest.Is(line) && !CallTemplate.Is(line));

    /// <summary>What is asked for below the node of a tree, as <see cref="NodeRequest"/> has it.</summary>
    public IReadOnlyList<string> NodeRequests => Lines(NodeRequest.Is);

    /// <summary>What the functions do that rows of markup call, as <see cref="CallTemplate"/> has it.</summary>
    public IReadOnlyList<string> Calls => Lines(CallTemplate.Is);

    /// <summary>The request for another part of the same list.</summary>
    public FoundLink Part(Uri url, string? form, string rule) => new(url, "", LinkKind.Continuation, rule) { Form = form, Rows = Rows, Headers = Headers, Counter = Counter };

    /// <summary>The list's next part after one that holds reports themselves; empty where nothing counts. A service that gives one report has no further part.</summary>
    public IEnumerable<FoundLink> After(int reports) =>
        reports > 1 && ListCounter.Next(Url, Form, reports, Counter) is { } next ? [Part(next.Url, next.Form, CountedOn)] : [];

    /// <summary>
    /// The list's next part, where the answer is markup that holds rows but no way on: its pager calls a script of the page that shows it, or is not
    /// sent at all. Empty once the stated number of pages is reached.
    /// </summary>
    /// <param name="found">What the answer leads to by itself.</param>
    public IEnumerable<FoundLink> NextOf(PageView page, IReadOnlyList<FoundLink> found)
    {
        var rows = found.Count(link => link.Kind != LinkKind.Continuation);
        if (rows == 0 || found.Any(link => link.Kind == LinkKind.Continuation) || ListCounter.Page(Url, Form, Counter) is not { } current)
            yield break;
        if (PageCountPaging.Stated(page) is > 0 and var pages && current >= pages)
            yield break;
        if (ListCounter.Next(Url, Form, rows, Counter) is { } next)
            yield return Part(next.Url, next.Form, CountedOn);
    }

    private List<string> Lines(Func<string, bool> isWanted) => [.. (Rows?.Split('\n') ?? []).Where(isWanted)];
}
