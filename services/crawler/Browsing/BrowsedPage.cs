namespace Pipeline.Crawler.Browsing;

/// <summary>What a page became in a browser.</summary>
/// <param name="Views">What it showed: first as it settled, then each further part of its list; the markup of its frames with it, without scripts.</param>
/// <param name="Opened">Rows without an address that were clicked, and where that led.</param>
/// <param name="Trouble">What broke the visit off, for people; null when nothing did.</param>
public sealed record BrowsedPage(IReadOnlyList<BrowsedView> Views, IReadOnlyList<OpenedRow> Opened, string? Trouble)
{
    /// <summary>Whether the last view has a control that shows more of the list.</summary>
    public bool GoesOn { get; init; }
}

/// <summary>One document as it was shown.</summary>
/// <param name="Url">Its address at that time.</param>
public sealed record BrowsedView(Uri Url, string Html);

/// <summary>A row that was clicked.</summary>
/// <param name="Text">What it is called.</param>
public sealed record OpenedRow(string Text, Uri Target);
