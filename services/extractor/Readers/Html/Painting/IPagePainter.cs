namespace Pipeline.Extractor.Readers.Html.Painting;

/// <summary>Lays out a page as a person's browser does, with nothing but its own markup: no network, no clock tricks, one size of window.</summary>
public interface IPagePainter
{
    /// <summary>What paints, such as <c>Chromium 150.0.1.2</c>; null where nothing does on this machine.</summary>
    string? Version { get; }

    /// <returns>Null where the page could not be painted within its bounds.</returns>
    Task<PaintedPage?> Paint(string markup, CancellationToken cancellation);
}
