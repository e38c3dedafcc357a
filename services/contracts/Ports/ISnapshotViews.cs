using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Messages;

namespace Pipeline.Contracts.Ports;

/// <summary>Shows stored documents to people.</summary>
public interface ISnapshotViews
{
    /// <summary>
    /// The document as an HTML page that holds nothing but text, tables and, of a PDF, the picture of a page: no script, no style of its own, no address.
    /// </summary>
    /// <param name="spot">Marked with the id <c>spot</c>; null to mark nothing.</param>
    /// <param name="page">Page of a PDF, from 1, where no spot says which.</param>
    /// <exception cref="InvalidDataException">The stored bytes no longer match their hash.</exception>
    Task<SnapshotView> Show(DocumentReference document, Locator? spot, int page, CancellationToken cancellation);

    /// <summary>The part of a picture that was read, enlarged, as such a page.</summary>
    /// <param name="spot">On a picture, or on a page that was recognised.</param>
    /// <exception cref="InvalidDataException">The stored bytes no longer match their hash.</exception>
    Task<SnapshotView> ShowClose(DocumentReference document, Locator spot, CancellationToken cancellation);
}

/// <param name="Html">Null when the document cannot be shown.</param>
/// <param name="Problem">Why it cannot be shown; null when it can.</param>
/// <param name="StyleHash">The page's one style sheet as a content security policy names it: <c>sha256-…</c>.</param>
public sealed record SnapshotView(string? Html, string? Problem, string? StyleHash = null);
