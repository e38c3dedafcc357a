namespace Pipeline.Crawler.Discovery;

/// <summary>What a link is for, as far as the page tells.</summary>
public enum LinkKind
{
    /// <summary>Another page.</summary>
    Page,

    /// <summary>The next part of the list that the page shows: a further page, or a service that delivers its rows.</summary>
    Continuation,

    /// <summary>A file.</summary>
    Attachment,

    /// <summary>Where a stub page sends its visitor at once.</summary>
    Redirect,

    /// <summary>A sitemap, or a feed that serves as one.</summary>
    Sitemap,
}
